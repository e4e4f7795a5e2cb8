/** Snapshot -> the orders in which a table's indexes hold its rows, each in its place: what a cursor can go by. */
import { readIndexPart } from '../introspection/index-part.ts'
import type { SnapshotIndex, SnapshotTable } from '../introspection/snapshot.ts'
import type { TableIndex } from './schema.ts'

/** @returns those beside the primary key; none whose order another one has, too */
export function orderingIndexes(table: SnapshotTable): TableIndex[] {
  const { indexes = [], primaryKey = [] } = table
  const all = indexes
    .filter(({ type = 'BTREE', ignored }) => type === 'BTREE' && !ignored)
    .map((index) => orderOf(index, table))
    .filter(({ columns, unique }) => unique || endsInKey(columns, primaryKey))
  return all.filter(({ columns, unique }, place) =>
    all.every((other, at) => {
      if (at === place || !leads(columns, other.columns) || (unique && !other.unique)) return true
      // Of two that are alike, the first stays.
      const isAlike = leads(other.columns, columns) && unique === other.unique
      return isAlike && place < at
    }),
  )
}

/** What of an index is in the order of whole columns, in one direction; read backwards it has the opposite one. */
function orderOf(index: SnapshotIndex, table: SnapshotTable): TableIndex {
  const parts = index.columns.map((part) => readIndexPart(part, table.columns))
  const [first] = parts
  const end = parts.findIndex(
    ({ column, prefix, descending }) =>
      column === undefined || prefix !== undefined || descending !== first?.descending,
  )
  const columns = parts.slice(0, end === -1 ? parts.length : end).flatMap(({ column }) => column ?? [])
  if (end !== -1) return { columns }
  const isNullable = (name: string): boolean => table.columns.find((column) => column.name === name)?.nullable ?? false
  if (index.unique && !columns.some(isNullable)) return { columns, unique: true }
  // InnoDB's indexes hold rows that are equal in them by their key, which is never descending.
  const hasKey = table.engine?.toLowerCase() === 'innodb' && !first?.descending
  const key = hasKey ? (table.primaryKey ?? []) : []
  return { columns: [...columns, ...key.filter((name) => !columns.includes(name))] }
}

/** Rows that are equal before it are in its order; the key itself is another matter. */
function endsInKey(columns: readonly string[], key: readonly string[]): boolean {
  return key.length > 0 && key.every((name) => columns.includes(name)) && !leads(key, columns)
}

function leads(columns: readonly string[], longer: readonly string[]): boolean {
  return columns.every((name, index) => name === longer[index])
}
