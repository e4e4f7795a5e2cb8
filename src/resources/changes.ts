/** Rows before and after a write to what the audit tells of it: texts as the database has them, never a secret. */
import type { Cell, Row } from '../db/db.ts'
import type { AuditEntry } from './api.ts'
import { type Column, fieldOf } from './resource.ts'

/**
 * @param columns - of the rows, in their order
 * @param before - undefined where there was none
 * @param after - undefined where there is none any more
 * @param isToldOf - of the columns, which are looked at
 * @returns the fields in which the two differ
 */
export function changesBetween(
  columns: readonly Column[],
  before: Row | undefined,
  after: Row | undefined,
  isToldOf: (column: Column) => boolean,
): AuditEntry['changes'] {
  const changes: Record<string, AuditEntry['changes'][string]> = {}
  for (const [index, column] of columns.entries()) {
    const [old, now] = [textOf(before?.[index]), textOf(after?.[index])]
    if (old !== now && isToldOf(column)) changes[fieldOf(column)] = column.secret ? 'changed' : [old, now]
  }
  return changes
}

/** Bytes as Base64, as they are on the wire. */
function textOf(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null
  return Buffer.isBuffer(cell) ? cell.toString('base64') : String(cell)
}
