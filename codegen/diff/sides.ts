/** The two sides of a comparison: facts of the database together with what was made of them. */
import type { Snapshot, SnapshotColumn, SnapshotTable } from '../introspection/snapshot.ts'
import { buildSchema } from '../model/build-schema.ts'
import { type Column, type Schema, shapeOf, type Table } from '../model/schema.ts'
import { matchesTable, type Profile } from '../profile/profile.ts'
import { type Audience, AUDIENCES, type Change, type Effect } from './change.ts'
import type { IsSameTable } from './relations.ts'
import type { Referrers } from './scope.ts'

export interface Side {
  readonly snapshot: Snapshot
  readonly schema: Schema
}

/** A snapshot as it is served under a profile; the server's own tables are no part of it. */
export function sideOf(introspected: Snapshot, profile: Profile): Side {
  const tables = introspected.tables.filter((table) => !matchesTable(profile.own, table.name))
  const snapshot = { ...introspected, tables }
  return { snapshot, schema: buildSchema(snapshot, profile) }
}

export interface TableSide {
  readonly fact: SnapshotTable
  readonly table: Table
}

export interface ColumnSide {
  readonly fact: SnapshotColumn
  readonly column: Column
}

/** One table, before and after. */
export interface Pair {
  readonly before: TableSide
  readonly after: TableSide
  readonly referrers: { readonly before: Referrers; readonly after: Referrers }
  readonly isSameTable: IsSameTable
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
