/**
 * Resources -> those that a drifted database can still serve, without what is gone and without a wrong value.
 *
 * What is gone is left out. So is a column whose type has changed: read, filtered or written by the old rules it would
 * give a wrong value. What cannot be done safely any more is refused with a reason, instead of failing in the database.
 */
import type { ConditionalRelation, Refusals, Relation, Resource } from '../resources/resource.ts'
import type { LiveTable } from './drift.ts'

export interface Narrowed {
  /** Those that are untouched are the same objects. */
  readonly resources: ReadonlyMap<string, Resource>
  /** One entry for each resource that lost something. */
  readonly losses: readonly Loss[]
}

/** What is no longer served, for the log. */
export interface Loss {
  readonly resource: string
  readonly table: string
  /** The table itself is gone, or nothing of it is left to serve. */
  readonly isGone: boolean
  readonly columns: readonly string[]
  readonly refused: readonly string[]
}

type Live = ReadonlyMap<string, LiveTable>
type Resources = ReadonlyMap<string, Resource>

export function narrow(resources: Resources, live: Live): Narrowed {
  const kept = new Map(
    [...resources.values()].flatMap((resource) => {
      const columns = resource.columns.filter(({ name }) => live.get(resource.table)?.columns.has(name))
      return columns.length > 0 ? [[resource.name, { ...resource, columns, primaryKey: keyOf(resource, live) }]] : []
    }),
  )
  const narrowed = new Map<string, Resource>()
  const losses: Loss[] = []
  for (const resource of resources.values()) {
    const own = kept.get(resource.name)
    const refused = own ? refusalsOf(resource, own, resources, kept, live) : {}
    const isRefusing = Object.keys(refused).length > 0
    if (own) {
      const left = withRelations(resource, own, kept)
      narrowed.set(resource.name, isRefusing ? { ...left, refusals: refused } : left)
    }
    const columns = resource.columns.map(({ name }) => name).filter((name) => !own || !hasColumn(own, name))
    if (columns.length === 0 && !isRefusing) continue
    const { name, table } = resource
    losses.push({ resource: name, table, isGone: !own, columns: own ? columns : [], refused: Object.values(refused) })
  }
  return { resources: narrowed, losses }
}

function keyOf({ table, primaryKey }: Resource, live: Live): readonly string[] {
  const now = live.get(table)
  return now?.hasSameKey && primaryKey.every((name) => now.columns.has(name)) ? primaryKey : []
}

/** The resource itself, where all of it is left. */
function withRelations(before: Resource, own: Resource, kept: Resources): Resource {
  const leads = ({ resource, column }: Relation): boolean => hasColumn(kept.get(resource), column)
  const relations = Object.fromEntries(
    Object.entries(before.relations).filter(([column, relation]) => hasColumn(own, column) && leads(relation)),
  )
  const conditional = before.conditionalRelations?.filter(
    (relation) => hasColumn(own, relation.from) && hasColumn(own, relation.when.column) && leads(relation),
  )
  const isWhole =
    own.columns.length === before.columns.length &&
    own.primaryKey.length === before.primaryKey.length &&
    Object.keys(relations).length === Object.keys(before.relations).length &&
    conditional?.length === before.conditionalRelations?.length
  return isWhole ? before : { ...own, relations, ...(conditional && { conditionalRelations: conditional }) }
}

function refusalsOf(before: Resource, own: Resource, resources: Resources, kept: Resources, live: Live): Refusals {
  if (before.primaryKey.length === 0) return {}
  const { name } = before
  if (own.primaryKey.length === 0) {
    const row = `Rows of ${name} have no address: the key of ${name} ${SINCE}. ${ADVICE}`
    return before.readOnly === undefined ? { row, create: row } : { row }
  }
  if (before.readOnly !== undefined) return {}
  const unfillable = [...(live.get(before.table)?.unfillable ?? [])]
  const referring = uncheckable(before, resources, kept, live)
  return {
    ...(unfillable.length > 0 && {
      create: `A new ${name} needs a value in ${unfillable.join(', ')}, which ${SINCE}. ${ADVICE}`,
    }),
    ...(referring.length > 0 && {
      remove: `Rows of ${referring.join(', ')} may refer to this ${name} by a column that ${SINCE}. ${ADVICE}`,
    }),
  }
}

const SINCE = 'has changed in the database since this server was generated'
const ADVICE = 'The operator must generate it again.'

/** Resources with references to this one that are still in the database, and that nobody can follow before a delete. */
function uncheckable(target: Resource, resources: Resources, kept: Resources, live: Live): string[] {
  const names = [...resources.values()].filter((from) => {
    const now = live.get(from.table)
    if (!now || from.primaryKey.length === 0) return false
    const own = kept.get(from.name)
    return relationsOf(from).some((relation) => {
      if (relation.resource !== target.name || !mayBeThere(now, relation.from)) return false
      const targetNow = live.get(target.table)
      if (!targetNow?.columns.has(relation.column)) return targetNow && mayBeThere(targetNow, relation.column)
      const isFollowed =
        own !== undefined &&
        own.primaryKey.length > 0 &&
        hasColumn(own, relation.from) &&
        (relation.when === undefined || hasColumn(own, relation.when.column))
      return !isFollowed
    })
  })
  return names.map(({ name }) => name)
}

/** A column that is gone is no reference any more, unless it was given another name. */
function mayBeThere({ columns, changed, hasNewColumns }: LiveTable, column: string): boolean {
  return columns.has(column) || changed.has(column) || hasNewColumns
}

function relationsOf({
  relations,
  conditionalRelations = [],
}: Resource): (Relation & { from: string; when?: ConditionalRelation['when'] })[] {
  return [...Object.entries(relations).map(([from, relation]) => ({ ...relation, from })), ...conditionalRelations]
}

function hasColumn(resource: Resource | undefined, name: string): boolean {
  return resource?.columns.some((column) => column.name === name) ?? false
}
