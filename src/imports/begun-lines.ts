/**
 * Lines that are stored in a table that cannot roll back: each is noted before, with the key that its row will have.
 *
 * Whoever goes on with an import that was broken off finds by the note what of its last lines was stored. The key is
 * chosen here where the database would number the row, so that it is known before there is a row.
 */
import type { Db, Session } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { holdsValue } from '../resources/holds-value.ts'
import { type Column, fieldOf, type Resource } from '../resources/resource.ts'
import { keyColumns, parseKey, writeKey } from '../resources/row-key.ts'
import { quoteName } from '../resources/tables.ts'
import { type Assignment, isNumbered, parseCreate } from '../resources/write-body.ts'
import type { Body } from './task.ts'

/** By line: the key of the row that it becomes; null where the database makes one that nobody can tell before. */
export type BegunLines = ReadonlyMap<number, string | null>

/** @param first - of the lines that are not done */
export async function readBegunLines(session: Session, importId: string, first: number): Promise<BegunLines> {
  const sql = 'select line, row_key from a2b_import_begun where import_id = ? and line >= ?'
  const rows = await session.readRows({ sql, parameters: [new NumericLiteral(importId), first] })
  return new Map(rows.map(([line, key]) => [Number(line), key === null || key === undefined ? null : String(key)]))
}

export async function noteBegun(session: Session, importId: string, line: number, key: string | null): Promise<void> {
  const sql = 'replace into a2b_import_begun (import_id, line, row_key) values (?, ?, ?)'
  await session.write({ sql, parameters: [new NumericLiteral(importId), line, key] })
}

/** Of a line of which nothing was stored. */
export async function forgetBegun(session: Session, importId: string, line: number): Promise<void> {
  const sql = 'delete from a2b_import_begun where import_id = ? and line = ?'
  await session.write({ sql, parameters: [new NumericLiteral(importId), line] })
}

/** Once it is committed that they are done. */
export async function forgetBegunUntil(db: Db, importId: string, last: number): Promise<void> {
  const sql = 'delete from a2b_import_begun where import_id = ? and line <= ?'
  await db.write({ sql, parameters: [new NumericLiteral(importId), last] })
}

/** The column of the key, where the database numbers the rows, and the line leaves it to that. */
export function numberedBy(resource: Resource, body: Body): Column | undefined {
  const [column, ...others] = keyColumns(resource)
  if (!column || others.length > 0 || !isNumbered(column)) return undefined
  return (body[fieldOf(column)] ?? body[column.name] ?? null) === null ? column : undefined
}

/**
 * The number that the database would give next. Never that of a row which was removed: what refers to that may still be
 * there, and would be taken for the new row's.
 */
export async function nextNumber(session: Session, { table }: Resource, { name }: Column): Promise<string> {
  const sql =
    // MySQL keeps what it tells of tables for a day otherwise.
    'select /*+ SET_VAR(information_schema_stats_expiry = 0) */ ' +
    `greatest(coalesce(max(t.auto_increment), 1), (select coalesce(max(${quoteName(name)}), 0) + 1 from ${quoteName(table)})) ` +
    'from information_schema.tables t where t.table_schema = database() and t.table_name = ?'
  const [[next] = []] = await session.readRows({ sql, parameters: [table] })
  return String(next)
}

/** @returns null where the database makes the key, or a part of it */
export function keyIn(resource: Resource, assignments: readonly Assignment[]): string | null {
  const parts: Bindable[] = []
  for (const column of keyColumns(resource)) {
    const given = assignments.find((assignment) => assignment.column === column)
    if (!given) return null
    parts.push(given.value)
  }
  return writeKey(parts)
}

/** Whether a row has this key, and then whether it has what the line says. */
export async function lookAtStored(
  session: Session,
  resource: Resource,
  body: Body,
  key: string,
): Promise<'none' | 'same' | 'other'> {
  const columns = keyColumns(resource)
  const isKey = parseKey(resource, key).map((value, index) => holdsValue(columns[index] as Column, value))
  const terms = parseCreate(resource, body).map(({ column, value }) => holdsValue(column, value))
  const sql = `select ${join(terms)} from ${quoteName(resource.table)} where ${join(isKey)}`
  const parameters = [...terms, ...isKey].flatMap((term) => term.parameters)
  const [row] = await session.readRows({ sql, parameters })
  return !row ? 'none' : Number(row[0]) === 1 ? 'same' : 'other'
}

function join(terms: readonly { readonly sql: string }[]): string {
  return terms.length === 0 ? '1' : terms.map(({ sql }) => sql).join(' and ')
}
