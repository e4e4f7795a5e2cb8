/** Refills and charges that a crash interrupted, on tables that cannot roll back. */
import type { Db } from '../../db/db.ts'
import { NumericLiteral } from '../../db/numeric-literal.ts'
import { findLeftovers, type Leftover } from '../../money/repair.ts'
import { quoteName } from '../../resources/tables.ts'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'

export const journal: Check = {
  name: 'journal',
  asks: 'whether a refill or charge was interrupted',
  async run({ db, tables, resources }) {
    if (!tables.has('a2b_money_journal')) return []
    const left = await findLeftovers(db)
    const [open, others] = [left.filter(({ isOpen }) => isOpen), left.filter(({ isOpen }) => !isOpen)]
    const card = resources.find(({ table, knownAs = table }) => knownAs === 'cc_card')?.table ?? 'cc_card'
    return [
      ...(open.length > 0 ? [openFinding(await Promise.all(open.map((it) => describeOpen(db, card, it))), open)] : []),
      ...(others.length > 0 ? [unfinishedFinding(others)] : []),
    ]
  },
}

function openFinding(details: readonly string[], open: readonly Leftover[]): Finding {
  return {
    code: 'money-movements-open',
    severity: 'error',
    where: 'a2b_money_journal',
    what: `Of ${movements(open)} nobody knows whether the balance was changed: the database stopped at that moment.`,
    why:
      'The tables cannot roll back, so neither is tried again: it could be paid twice. Log rows of it are there, and ' +
      'whoever sends its key again is told that it was interrupted.',
    next: [
      '# compare the balance of the card with its calls, refills and charges, then say for each which it was:',
      ...open.map(({ entry: { id } }) => `a2b doctor --repair --settle ${id}=credited   # or ${id}=not-credited`),
    ].join('\n'),
    details,
  }
}

function unfinishedFinding(left: readonly Leftover[]): Finding {
  return {
    code: 'money-movements-unfinished',
    severity: 'warning',
    where: 'a2b_money_journal',
    what: `${movements(left)} ${left.length === 1 ? 'was' : 'were'} interrupted and can be finished or taken back.`,
    why: 'Log rows of it may be there without the money, or the money without its row in the ledger.',
    next: 'a2b doctor --repair',
    details: left.map(describe),
  }
}

function movements({ length }: readonly Leftover[]): string {
  return length === 1 ? 'One movement of money' : `${length} movements of money`
}

function describe({ entry }: Leftover): string {
  const { id, operation, movement, cardId, origin, begunAt, idempotencyKey } = entry
  const key = idempotencyKey === undefined ? 'without a key' : `key ${idempotencyKey}`
  return `entry ${id}: ${operation}, ${movement.change} on card ${cardId}, by ${origin.caller.name}, ${key}, begun ${begunAt}`
}

/** With the balance as it is, and as our last movement before it left it. */
async function describeOpen(db: Db, cardTable: string, leftover: Leftover): Promise<string> {
  const { movement, logs, cardId, above } = leftover.entry
  const rows = movement.logs.map(({ table }, index) => `${table} ${logs[index]}`).join(', ')
  const id = new NumericLiteral(cardId)
  const [[balance] = []] = await db.readRows({
    sql: `select credit from ${quoteName(cardTable)} where id = ?`,
    parameters: [id],
  })
  const [[before] = []] = await db.readRows({
    sql: 'select balance_after from a2b_money_movement where card_id = ? and id <= ? order by id desc limit 1',
    parameters: [id, new NumericLiteral(above.at(-1) ?? '0')],
  })
  const known = before === undefined ? '' : `, and after the movement before it it was ${before}`
  return `${describe(leftover)}; log rows ${rows}; the balance is ${balance ?? 'not there'} now${known}`
}
