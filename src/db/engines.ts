/** Which tables can undo what was written to them: A2Billing's own are MyISAM, which cannot, unless they were converted. */
import type { Session } from './db.ts'

const SQL =
  'select t.table_name from information_schema.tables t join information_schema.engines e on e.engine = t.engine ' +
  "where t.table_schema = database() and e.transactions = 'YES'"

/** @returns names of the tables whose engine has transactions */
export async function transactionalTables(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.readRows({ sql: SQL, parameters: [] })
  return new Set(rows.map(([name]) => String(name)))
}
