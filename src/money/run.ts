/**
 * Which run of the database server this is: a text that is another one after each start.
 *
 * It stands in a table in memory, which a server finds empty when it starts. No clock is asked: those of machines are
 * set, too, most of all when they start.
 */
import type { Session } from '../db/db.ts'

export async function currentRun(session: Session): Promise<string> {
  const read = { sql: 'select run from a2b_money_run', parameters: [] }
  const [[run] = []] = await session.readRows(read)
  if (run !== undefined) return String(run)
  await session.write({ sql: 'insert ignore into a2b_money_run (only_one, run) values (1, uuid())', parameters: [] })
  const [[made] = []] = await session.readRows(read)
  return String(made)
}
