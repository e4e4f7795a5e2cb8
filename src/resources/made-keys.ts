/** The key of a new row: as the body gives it, as the database would make it, or the number that the database made. */
import type { Cell, Session } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { Refusal } from './codecs/codec.ts'
import { codecOf } from './column-codec.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'
import { keyColumns } from './row-key.ts'
import { type Assignment, isNumbered } from './write-body.ts'

/** Asks the database for what it would have made itself, because afterwards nothing would tell which row is the new one. */
export async function withMadeKeys(
  session: Session,
  resource: Resource,
  given: readonly Assignment[],
): Promise<readonly Assignment[]> {
  const missing = keyColumns(resource).filter(
    (column) => column.defaultSql !== undefined && !given.some((assignment) => assignment.column === column),
  )
  if (missing.length === 0) return given
  const sql = `select ${missing.map(({ defaultSql }) => defaultSql).join(', ')}`
  const [row = []] = await session.readRows({ sql, parameters: [] })
  const made = missing.map((column, index) => ({ column, value: madeKey(column, row[index] ?? null) }))
  return [...given, ...made]
}

/** @throws Error where the column's default is no value of its type */
function madeKey(column: Column, cell: Cell): Bindable {
  if (cell === null || Buffer.isBuffer(cell)) return cell
  const value = codecOf(column.type).fromText(String(cell))
  if (value instanceof Refusal) throw new Error(`${column.name}: the database made a key that it cannot hold`)
  return value
}

/** @param insertId - `'0'` when the database made no number */
export function keyOfNew(resource: Resource, assignments: readonly Assignment[], insertId: string): Bindable[] {
  return keyColumns(resource).map((column) => {
    const value = assignments.find((it) => it.column === column)?.value
    // A zero, too, asks an auto-increment column for the next number.
    const isNumber =
      isNumbered(column) && (value === undefined || (value instanceof NumericLiteral && value.text === '0'))
    if (value !== undefined && !(isNumber && insertId !== '0')) return value
    if (insertId === '0')
      throw new Error(`${resource.table}: the database gave no value for the key ${fieldOf(column)}`)
    return new NumericLiteral(insertId)
  })
}
