/** Engines of the tables that money moves through: on MyISAM nothing can be rolled back. */
import { MONEY_TABLES } from '../../money/tables.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { rowsOf, text, type TableFacts } from '../patient.ts'
import { name } from '../sql.ts'

const MONEY_NAMES: ReadonlySet<string> = new Set(MONEY_TABLES)

export const engines: Check = {
  name: 'engines',
  asks: 'whether a refill or charge can be rolled back',
  async run({ db, tables, resources }) {
    const [row] = await rowsOf(db, "show global variables like 'wsrep_on'")
    const money = resources.filter(({ table, knownAs = table }) => MONEY_NAMES.has(knownAs)).map(({ table }) => table)
    return judgeEngines(tables, money, text(row?.[1]) === 'ON')
  },
}

/**
 * @param moneyTables - those that a refill or charge writes to
 * @param isGalera - the server is a node of a cluster that copies what InnoDB writes
 */
export function judgeEngines(
  tables: ReadonlyMap<string, TableFacts>,
  moneyTables: readonly string[],
  isGalera: boolean,
): Finding[] {
  const money = moneyTables.flatMap((table) =>
    tables.has(table) ? [{ table, engine: tables.get(table)?.engine ?? '' }] : [],
  )
  const unsafe = money.filter(({ engine }) => engine !== 'InnoDB')
  const others = [...tables].filter(([table, { engine }]) => engine === 'MyISAM' && !moneyTables.includes(table))
  return [
    ...(unsafe.length > 0 && unsafe.length < money.length ? [mixed(unsafe, money)] : []),
    ...(unsafe.length > 0 && unsafe.length === money.length ? [myIsam(unsafe)] : []),
    ...(isGalera && unsafe.length + others.length > 0
      ? [onGalera([...unsafe.map(({ table }) => table), ...others.map(([table]) => table)])]
      : []),
  ]
}

interface MoneyTable {
  readonly table: string
  readonly engine: string
}

function mixed(unsafe: readonly MoneyTable[], money: readonly MoneyTable[]): Finding {
  return {
    code: 'money-engines-mixed',
    severity: 'error',
    where: unsafe.map(({ table }) => table).join(', '),
    what: 'Money moves through tables of two kinds of engine.',
    why:
      'When a refill or charge fails, InnoDB takes its half back and the others keep theirs: a balance without its log ' +
      'row, or a log row without the money.',
    next: convert(unsafe.map(({ table }) => table)),
    details: money.map(({ table, engine }) => `${table}: ${engine}`),
  }
}

function myIsam(unsafe: readonly MoneyTable[]): Finding {
  return {
    code: 'money-engine-not-transactional',
    severity: 'warning',
    where: unsafe.map(({ table }) => table).join(', '),
    what: `Money moves through ${unsafe[0]?.engine ?? ''} tables, which cannot roll back.`,
    why:
      'Balances stay exact however many refills run at once, but a crash in the middle of one can leave a log row ' +
      'without the money.',
    next: convert(unsafe.map(({ table }) => table)),
  }
}

function onGalera(tables: readonly string[]): Finding {
  return {
    code: 'galera-without-innodb',
    severity: 'error',
    where: tables.length > 5 ? `${tables.slice(0, 5).join(', ')} and ${tables.length - 5} more` : tables.join(', '),
    what: `${tables.length} tables are on a Galera cluster and not InnoDB.`,
    why: 'Galera does not copy their rows: every node has its own, and balances differ from node to node.',
    next: convert(tables),
  }
}

/** Keeps the zero dates, which a strict session would refuse to copy. */
function convert(tables: readonly string[]): string {
  return [
    '-- with a fresh backup, at an hour without calls: each table is locked while it is copied',
    '-- `a2b convert-engine` does the same, and compares the rows before and after',
    "SET SESSION sql_mode = '';",
    ...tables.map((table) => `ALTER TABLE ${name(table)} ENGINE = InnoDB;`),
  ].join('\n')
}
