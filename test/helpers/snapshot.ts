/** Snapshots in a few words, for tests of what is made from them. */
import type { Snapshot, SnapshotColumn, SnapshotTable } from '../../codegen/introspection/snapshot.ts'

export function snapshot(...tables: SnapshotTable[]): Snapshot {
  return { format: 1, tables }
}

/** A MyISAM table with the key `id`, unless told otherwise. */
export function table(
  name: string,
  columns: readonly SnapshotColumn[],
  rest: Partial<SnapshotTable> = {},
): SnapshotTable {
  return { name, kind: 'table', engine: 'MyISAM', collation: 'utf8mb3_bin', columns, primaryKey: ['id'], ...rest }
}

export function column(name: string, type: string, rest: Partial<SnapshotColumn> = {}): SnapshotColumn {
  const isText = /^(char|varchar|.*text)\b/.test(type)
  return { name, type, ...(isText && { charset: 'utf8mb3', collation: 'utf8mb3_bin' }), ...rest }
}

export const id = column('id', 'bigint', { autoIncrement: true })
