/**
 * `explain=1`: what the database would read for a list, and by which index. The list itself is not read.
 *
 * Of the database's own plan only this is told: the one in JSON has conditions with the values of scopes, too, and
 * MariaDB writes these so that no reader of JSON takes them.
 */
import type { Row, Statement } from '../db/db.ts'

export interface Plan {
  readonly tables: readonly PlannedTable[]
  /** What makes it slow, in words. */
  readonly notes: readonly string[]
}

interface PlannedTable {
  /** In the statement: `t0` is the list's own. */
  readonly name: string
  /** How it is read, in the database's word: `ALL` is all of it. */
  readonly access: string
  readonly index: string | null
  /** That the database expects to look at, each time. */
  readonly rows: number
}

/** Where MariaDB's table has what is told, and MySQL's, which has two columns more. */
const MARIADB = { columns: 10, name: 2, access: 3, index: 5, rows: 8 } as const
const MYSQL = { columns: 12, name: 2, access: 4, index: 6, rows: 9 } as const

/** @param read - see `Session.readRows` */
export async function explain(
  { sql, parameters }: Statement,
  read: (statement: Statement) => Promise<Row[]>,
): Promise<Plan> {
  const plan = await read({ sql: `explain format=traditional ${sql}`, parameters })
  const tables = plan.flatMap(tableIn)
  const isWhole = ({ access, name }: PlannedTable): boolean => access === 'ALL' && !name.startsWith('<')
  const isSorted = plan.some((row) => String(row.at(-1)).includes('Using filesort'))
  return {
    tables,
    notes: [
      ...tables
        .filter(isWhole)
        .map(({ name, rows }) => `All of ${name} is read, about ${rows} rows: no index serves what is asked of it.`),
      ...(isSorted ? ['Rows are sorted: no index holds them in the order that is asked for.'] : []),
    ],
  }
}

/** @returns nothing for a line that speaks of no table */
function tableIn(row: Row): PlannedTable[] {
  const at = row.length === MARIADB.columns ? MARIADB : MYSQL
  if (row.length !== at.columns) throw new Error(`The database explains a query in ${row.length} columns`)
  const [name, access, index] = [row[at.name], row[at.access], row[at.index]]
  if (name === null || access === null) return []
  return [
    {
      name: String(name),
      access: String(access),
      index: index === null ? null : String(index),
      rows: Number(row[at.rows]),
    },
  ]
}
