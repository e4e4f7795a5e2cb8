/** The rows of A2Billing's that tell of a movement. */
import type { Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { insertInto } from '../db/statements.ts'
import type { Api } from '../resources/api.ts'
import { tableNamed } from '../resources/tables.ts'
import type { LogRow } from './movement.ts'
import { bindable, type Known } from './values.ts'

/**
 * Columns that A2Billing leaves blank are filled in.
 *
 * @returns number of the new row, as decimal text
 * @throws Error where the table lacks a column without which the row makes no sense
 */
export async function writeLogRow(api: Api, session: Session, log: LogRow, known: Known): Promise<string> {
  const { table, columns, resetVariables = [] } = tableNamed(api, log.table)
  const row: Record<string, unknown> = {}
  for (const { name, blank } of columns) {
    const value = log.values[name] ?? log.ifKnown[name]
    if (value !== undefined) row[name] = bindable(value, known)
    else if (blank !== undefined) row[name] = blank
  }
  const lacking = Object.keys(log.values).filter((name) => !(name in row))
  if (lacking.length > 0) throw new Error(`${table} has no column ${lacking.join(', ')}, which this movement needs`)
  for (const variable of resetVariables) await session.write({ sql: `SET @${variable} = NULL`, parameters: [] })
  return (await session.write(insertInto(api.db.kysely, table, row))).insertId
}

export async function removeLogRow(api: Api, session: Session, logTable: string, id: string): Promise<void> {
  const { table } = tableNamed(api, logTable)
  await session.write(api.db.kysely.deleteFrom(table).where('id', '=', new NumericLiteral(id)).compile())
}
