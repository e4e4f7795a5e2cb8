/** Finds a log row that was written by somebody who could not note its number any more. */
import type { Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import type { Api } from '../resources/api.ts'
import { holdsValue } from '../resources/holds-value.ts'
import { quoteName, tableNamed } from '../resources/tables.ts'
import { type Entry, readEntries } from './journal.ts'
import { bindable } from './values.ts'

/**
 * Under the lock of the card, so nobody is writing such a row now. Rows that are equal in all that a movement says of
 * them can stand for one another: any that no movement has is as good as the one that was written.
 *
 * @param position - of the log row in the movement
 * @returns its number; undefined where it has not been written
 */
export async function findLostRow(
  api: Api,
  session: Session,
  entry: Entry,
  position: number,
): Promise<string | undefined> {
  const log = entry.movement.logs[position]
  if (!log) return undefined
  const { table, columns } = tableNamed(api, log.table)
  const known = { now: entry.now, logs: entry.logs }
  const terms = columns.flatMap((column) => {
    const value = log.values[column.name] ?? log.ifKnown[column.name]
    return value === undefined ? [] : [holdsValue(column, bindable(value, known))]
  })
  const claimed = await claimedRows(session, entry, log.table)
  const sql = `select id from ${quoteName(table)} where id > ? and ${terms.map((it) => it.sql).join(' and ')} order by id`
  const above = new NumericLiteral(entry.above[position] ?? '0')
  const found = await session.readRows({ sql, parameters: [above, ...terms.flatMap((it) => it.parameters)] })
  return found.map(([id]) => String(id)).find((id) => !claimed.has(id))
}

/** Numbers of rows that other movements on the card have: in the ledger since this one was begun, and in the journal. */
async function claimedRows(session: Session, entry: Entry, table: string): Promise<ReadonlySet<string>> {
  const { id: own, cardId, above } = entry
  const ledger = await session.readRows({
    sql: 'select logs from a2b_money_movement where card_id = ? and id > ?',
    parameters: [new NumericLiteral(cardId), new NumericLiteral(above.at(-1) ?? '0')],
  })
  const booked = ledger.flatMap(([logs]) => (JSON.parse(String(logs)) as Record<string, string>)[table] ?? [])
  const others = (await readEntries(session, { column: 'card_id', value: cardId })).filter(({ id }) => id !== own)
  const noted = others.flatMap(({ movement, logs }) => logs.filter((_, index) => movement.logs[index]?.table === table))
  return new Set([...booked, ...noted])
}
