/**
 * Which columns refer to which resource: declared foreign keys first, then the profile's rows for what nobody declared.
 */
import type { SnapshotTable } from '../introspection/snapshot.ts'
import type { Profile, ProfileRelation } from '../profile/profile.ts'
import { splitPath } from './path.ts'
import type { Relation } from './schema.ts'

export interface Relations {
  /** By table. */
  readonly of: ReadonlyMap<string, readonly Relation[]>
  /** Declared keys that are left to the database, as `table.key`. */
  readonly unfollowed: readonly string[]
}

/**
 * A row of the profile that names a table or column this database lacks is skipped.
 *
 * @param resources - resource by table, of the tables that are served
 */
export function buildRelations(
  tables: readonly SnapshotTable[],
  profile: Profile,
  resources: ReadonlyMap<string, string>,
): Relations {
  // By path, because names may have dots of their own.
  const columns = new Map(
    tables.flatMap((table) =>
      table.columns.map(({ name }) => [`${table.name}.${name}`, { table: table.name, column: name }]),
    ),
  )
  // A declared key says where the column points; the profile contradicts it neither where the key leads to a table
  // that is not served.
  const declared = new Set(tables.flatMap((table) => declaredColumns(table).map((column) => `${table.name}.${column}`)))
  const keys = tables.map((table) => [table.name, declaredRelations(table, resources)] as const)
  const relations = new Map(keys.map(([table, { followed }]) => [table, followed]))
  for (const row of profile.relations) {
    const from = columns.get(row.from)
    const to = columns.get(row.to)
    const own = from && relations.get(from.table)
    const resource = to && resources.get(to.table)
    if (!to || !own || resource === undefined || (row.when && !columns.has(`${from.table}.${row.when.column}`)))
      continue
    if (declared.has(row.from)) continue
    if (own.some((relation) => relation.column === from.column && relation.when === undefined)) continue
    own.push({
      column: from.column,
      to: { resource, column: to.column },
      ...(row.none && { none: row.none }),
      ...(row.when && { when: row.when }),
    })
  }
  const unfollowed = keys.flatMap(([table, own]) => own.unfollowed.map((key) => `${table}.${key}`))
  return { of: relations, unfollowed }
}

/** Every column that a row of the profile needs, as `table.column`. */
export function namesIn({ from, to, when }: ProfileRelation): string[] {
  return [from, to, ...(when ? [`${splitPath(from).table}.${when.column}`] : [])]
}

/** Those that are a foreign key by themselves. */
function declaredColumns({ foreignKeys = [] }: SnapshotTable): string[] {
  return foreignKeys.flatMap(({ columns }) => (columns.length === 1 ? columns : []))
}

/**
 * Keys over several columns are left to the database: no filter can follow them by one name. Of several keys on one
 * column the first by name is followed.
 */
function declaredRelations(
  table: SnapshotTable,
  resources: ReadonlyMap<string, string>,
): { followed: Relation[]; unfollowed: string[] } {
  const followed: Relation[] = []
  const unfollowed: string[] = []
  for (const { name, columns, references } of table.foreignKeys ?? []) {
    // A table of another database is none of those served here, whatever its name.
    const resource = references.database === undefined ? resources.get(references.table) : undefined
    const [column] = columns
    const [target] = references.columns
    const isSingle = columns.length === 1 && column !== undefined && target !== undefined
    const isTaken = followed.some((relation) => relation.column === column)
    if (isSingle && resource !== undefined && !isTaken) followed.push({ column, to: { resource, column: target } })
    else unfollowed.push(name)
  }
  return { followed, unfollowed }
}
