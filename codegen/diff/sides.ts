/** The two sides of a comparison: facts of the database together with what was made of them. */
import type { Snapshot, SnapshotColumn, SnapshotTable } from '../introspection/snapshot.ts'
import { buildSchema } from '../model/build-schema.ts'
import { type Column, type Relation, type Schema, shapeOf, type Table } from '../model/schema.ts'
import { inLocalNames } from '../profile/local-names.ts'
import { type Profile, type ProfileExtension, withoutOwnTables } from '../profile/profile.ts'
import { type Audience, AUDIENCES, type Change, type Effect } from './change.ts'
import type { Referrers } from './scope.ts'

export interface Side {
  readonly snapshot: Snapshot
  readonly schema: Schema
  /** In the names of this database. */
  readonly profile: Profile
}

/** A snapshot as it is served under a profile; the server's own tables are no part of it. */
export function sideOf(introspected: Snapshot, profile: Profile): Side {
  const snapshot = withoutOwnTables(introspected, profile)
  return toSide(snapshot, buildSchema(snapshot, profile), profile)
}

/** The same of a schema that is built already. */
export function toSide(snapshot: Snapshot, schema: Schema, profile: Profile): Side {
  const names = snapshot.tables.map(({ name }) => name)
  return { snapshot, schema, profile: inLocalNames(names, profile).profile }
}

export interface TableSide {
  readonly fact: SnapshotTable
  readonly table: Table
}

export interface ColumnSide {
  readonly fact: SnapshotColumn
  readonly column: Column
}

/** Old names and new: `cc_voucher` and `table.column`, those that stayed as they were left out. */
export type Renamed = ReadonlyMap<string, string>

/** What can be said of a table or column under its new name. */
export type Settings = Omit<ProfileExtension, 'include' | 'exclude' | 'tablePrefix' | 'secretNames' | 'openActions'>

/** One table, before and after. */
export interface Pair {
  readonly before: TableSide
  readonly after: TableSide
  readonly referrers: { readonly before: Referrers; readonly after: Referrers }
  /** Of the whole database. */
  readonly renamed: Renamed
  /** @returns the settings that a new name lacks and the old ones had */
  readonly carry: (names: readonly string[]) => Settings
  /** Whether two references lead to one column, whatever it and its table are called now. */
  readonly leadAlike: (before: Relation, after: Relation) => boolean
}

/** Whom the loss of a whole table or column concerns. */
export const EVERYONE = AUDIENCES

/** Whom another name of a whole table concerns: filters that reach it through references go on. */
export const ELSEWHERE = ['reads', 'writes', 'client', 'types'] as const

/** An effect on a table as a whole, still to be given where it shows. */
export function onTable({ table }: TableSide, effect: Effect): Effect & Pick<Change, 'resource' | 'table' | 'columns'> {
  const concerned = AUDIENCES.filter((audience) => effect.for.includes(audience))
  return { ...effect, for: concerned, resource: table.resource, table: table.name, columns: [] }
}

/** What concerns only those who write concerns nobody where nothing can be written. */
export function fitting({ table }: TableSide, effect: Effect): Effect {
  if (!effect.for.includes('writes') || shapeOf(table) === 'read-write') return effect
  const isRead = effect.for.includes('reads') || effect.for.includes('filters')
  const concerned = effect.for.filter(
    (audience: Audience) =>
      audience !== 'writes' && (isRead || (audience !== 'client' && (audience !== 'types' || table.kind !== 'view'))),
  )
  return { ...effect, for: concerned, severity: concerned.length > 0 ? effect.severity : 'neutral' }
}

/** Joins those parts that apply. */
export function sentences(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
