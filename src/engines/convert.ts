/** Converts one table to InnoDB, and holds its rows before against those after. */
import type { OwnSession } from '../db/db.ts'
import { quoteName } from '../resources/tables.ts'
import { alterStatement } from './candidates.ts'
import { contentsOf } from './contents.ts'

export interface Converted {
  readonly rows: string
  /** The rows are the same as before, value by value. */
  readonly isEqual: boolean
}

/**
 * Nobody writes to the table from the first count to the last: it is locked all the while.
 *
 * @throws what the server says where it refuses; the table is as it was then
 */
export async function convertTable(session: OwnSession, table: string): Promise<Converted> {
  const run = (sql: string): Promise<unknown> => session.readRows({ sql, parameters: [] })
  await run(`lock tables ${quoteName(table)} write`)
  try {
    const before = await contentsOf(session, table)
    await run(alterStatement(table))
    const after = await contentsOf(session, table)
    return { rows: after.rows, isEqual: before.rows === after.rows && before.digest === after.digest }
  } finally {
    await run('unlock tables')
  }
}

/** @param engine - that it had */
export function wayBack(table: string, engine: string): string {
  return `ALTER TABLE ${quoteName(table)} ENGINE = ${engine};`
}
