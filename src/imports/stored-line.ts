/**
 * Finds the row of a line that was stored by somebody who could not note it any more: the process, or the connection,
 * died after a table that cannot roll back had taken the row.
 */
import type { Session } from '../db/db.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { holdsValue } from '../resources/holds-value.ts'
import type { Column, Resource } from '../resources/resource.ts'
import { keyColumns, keyPart, writeKey } from '../resources/row-key.ts'
import { quoteName } from '../resources/tables.ts'
import { type Assignment, isNumbered } from '../resources/write-body.ts'

/** The column of the key, where the database numbers the rows. */
export function numberColumn(resource: Resource): Column | undefined {
  const [column, ...others] = keyColumns(resource)
  return column && others.length === 0 && isNumbered(column) ? column : undefined
}

/** @returns null where there is no row, or rows have no numbers */
export async function highestNumber(session: Session, resource: Resource): Promise<string | null> {
  const column = numberColumn(resource)
  if (!column) return null
  const sql = `select max(${quoteName(column.name)}) from ${quoteName(resource.table)}`
  const [[number = null] = []] = await session.readRows({ sql, parameters: [] })
  return number === null ? null : String(number)
}

/**
 * Rows that are equal in all that the line says of them can stand for one another.
 *
 * @param above - only rows with a higher number were made since
 * @returns the last of its address; undefined where no row is like that
 */
export async function findStored(
  session: Session,
  resource: Resource,
  assignments: readonly Assignment[],
  above: string | null,
): Promise<string | undefined> {
  const key = keyColumns(resource)
  const terms = assignments.map(({ column, value }) => holdsValue(column, value))
  const number = numberColumn(resource)
  if (number && !assignments.some(({ column }) => column === number)) {
    terms.push({ sql: `${quoteName(number.name)} > ?`, parameters: [new NumericLiteral(above ?? '0')] })
  }
  const sql =
    `select ${key.map(({ name }) => quoteName(name)).join(', ')} from ${quoteName(resource.table)} ` +
    `where ${terms.map((term) => term.sql).join(' and ')} order by ${key.map(({ name }) => quoteName(name)).join(', ')} limit 1`
  const [row] = await session.readRows({ sql, parameters: terms.flatMap(({ parameters }) => parameters) })
  return row && writeKey(key.map((column, index) => keyPart(column, row[index] ?? null)))
}
