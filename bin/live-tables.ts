/** Two snapshots -> what the database still holds of what the server was generated for, column by column. */
import { holdsAll } from '../codegen/diff/values.ts'
import { parseColumnType } from '../codegen/introspection/column-type.ts'
import type { Snapshot, SnapshotColumn, SnapshotTable } from '../codegen/introspection/snapshot.ts'
import type { LiveTable } from '../src/drift/drift.ts'

/** @param generated - what the server was generated from */
export function liveTables(generated: Snapshot, live: Snapshot): Map<string, LiveTable> {
  const before = new Map(generated.tables.map((table) => [table.name, table]))
  return new Map(
    live.tables.flatMap((now) => {
      const was = before.get(now.name)
      return was ? [[now.name, liveTable(was, now)] as const] : []
    }),
  )
}

function liveTable(was: SnapshotTable, now: SnapshotTable): LiveTable {
  const before = new Map(was.columns.map((column) => [column.name, column]))
  const after = new Map(now.columns.map((column) => [column.name, column]))
  const there = was.columns.flatMap((column) => (after.has(column.name) ? [column.name] : []))
  const isSame = (name: string): boolean => {
    const [a, b] = [before.get(name), after.get(name)]
    return a !== undefined && b !== undefined && readsAlike(b, a)
  }
  const same = new Set(there.filter(isSame))
  const mustBeNamed = now.columns.filter((column) => isDemanded(column) && !same.has(column.name))
  const lostNumbers = there.filter((name) => before.get(name)?.autoIncrement && !after.get(name)?.autoIncrement)
  return {
    columns: same,
    changed: new Set(there.filter((name) => !same.has(name))),
    hasNewColumns: now.columns.some(({ name }) => !before.has(name)),
    hasSameKey: keyOf(was) === keyOf(now),
    unfillable: new Set([...mustBeNamed.map(({ name }) => name), ...lostNumbers]),
  }
}

/** Types whose values are written in one form, so that a wider one can take the place of a narrower. */
const FAMILIES = [
  ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'],
  ['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext'],
  ['tinyblob', 'blob', 'mediumblob', 'longblob'],
  ['timestamp', 'datetime'],
]

/** Whether what is written for the column as it was is right for it as it is, and the other way round. */
function readsAlike(now: SnapshotColumn, before: SnapshotColumn): boolean {
  const family = ({ type }: SnapshotColumn): string => {
    const { base } = parseColumnType(type)
    return FAMILIES.find((bases) => bases.includes(base))?.[0] ?? base
  }
  return isComputed(now) === isComputed(before) && family(now) === family(before) && holdsAll(now, before)
}

function isComputed({ generated }: SnapshotColumn): boolean {
  return generated !== undefined
}

/** An insert that does not name it fails. */
function isDemanded({ nullable, default: value, autoIncrement, generated }: SnapshotColumn): boolean {
  return !nullable && !value && !autoIncrement && !generated
}

/** Where there is no primary key, a unique one may stand in for it. */
function keyOf({ primaryKey, indexes = [] }: SnapshotTable): string {
  const unique = indexes.filter((index) => index.unique).map(({ columns }) => columns)
  return JSON.stringify(primaryKey ?? unique)
}
