/**
 * Which run of the database server this is: a text that is another one after each start.
 *
 * It stands in a table in memory, which a server finds empty when it starts. No clock is asked: those of machines are
 * set, too, most of all when they start.
 */
import type { Session } from '../db/db.ts'

/** @returns undefined where nobody has asked for it since the server started */
export async function readRun(session: Session): Promise<string | undefined> {
  const [[run] = []] = await session.readRows({ sql: 'select run from a2b_money_run', parameters: [] })
  return run === undefined ? undefined : String(run)
}

export async function currentRun(session: Session): Promise<string> {
  const known = await readRun(session)
  if (known !== undefined) return known
  await session.write({ sql: 'insert ignore into a2b_money_run (only_one, run) values (1, uuid())', parameters: [] })
  const made = await readRun(session)
  if (made === undefined) throw new Error('a2b_money_run keeps no row')
  return made
}
