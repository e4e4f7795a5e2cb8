/**
 * The API as one caller sees it: an API like any other, from which is gone what does not exist for the caller.
 *
 * Columns that are masked, relations to what may not be listed, and rows outside of the scopes are not refused one by
 * one where they are asked for: they are not in it, so each is answered as what was never there.
 */
import { type Access, may } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Session } from '../db/db.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import { RecentCache } from '../recent-cache.ts'
import { type ScopeFilter, scopeFilters } from './agent-scope.ts'
import type { Api } from './api.ts'
import { projectionOf } from './projection.ts'
import { type Column, fieldOf, type Relation, type Resource } from './resource.ts'
import { makeRowScope } from './row-scope.ts'
import { selectRow } from './row-statements.ts'

/** Of one API: callers with the same rights share a view, and who is made anew is cheap. */
const CAPACITY = 500

const caches = new WeakMap<Api, RecentCache<Api>>()

/**
 * @param api - as everybody's
 * @returns the API itself for who sees everything
 * @throws Error for a scope that cannot be understood: nobody is given more than was meant
 */
export function viewOf(api: Api, caller: Caller): Api {
  const hooked = hookedScopes(api, caller)
  const { access } = caller
  const id = hooked.length === 0 ? access.id : JSON.stringify([access.id, hooked])
  const cache = caches.get(api) ?? new RecentCache<Api>(CAPACITY)
  caches.set(api, cache)
  return cache.get(id, () => makeView(api, access, hooked))
}

/** What plugins say of the rows that exist for the caller. */
function hookedScopes(api: Api, caller: Caller): ScopeFilter[] {
  return Array.from(api.resources.keys(), (resource) => {
    const queries = [api.hooks.of(resource)?.scope?.(caller) ?? []].flat()
    return queries.map((query) => ({ resource, query }))
  }).flat()
}

function makeView(api: Api, access: Access, hooked: readonly ScopeFilter[]): Api {
  const granted = access.layers.flatMap(({ scopes }) => scopes.flatMap((scope) => scopeFilters(api, scope)))
  const filters = Map.groupBy([...granted, ...hooked], ({ resource }) => resource)
  const isClosed = (name: string): boolean => filters.get(name)?.some(({ query }) => query === undefined) ?? false
  const open = [...api.resources.values()].filter(({ name }) => !isClosed(name))
  const columns = new Map(open.map((resource) => [resource.name, visibleColumns(resource, access)]))
  const mayFollow = ([column, relation]: [string, Relation], own: string): boolean => {
    const has = (resource: string, name: string): boolean =>
      columns.get(resource)?.some((it) => it.name === name) ?? false
    return has(own, column) && has(relation.resource, relation.column) && may(access, `${relation.resource}:list`)
  }
  const resources = open.map((whole): Resource => {
    const { name } = whole
    const visible = columns.get(name) ?? []
    const relations = Object.entries(whole.relations).filter((entry) => mayFollow(entry, name))
    const queries = (filters.get(name) ?? []).flatMap(({ query }) => query ?? [])
    const isWhole = visible === whole.columns && relations.length === Object.keys(whole.relations).length
    if (isWhole && queries.length === 0) return whole
    const hasKey = whole.primaryKey.every((key) => visible.some((column) => column.name === key))
    return {
      ...whole,
      primaryKey: hasKey ? whole.primaryKey : [],
      columns: visible,
      relations: Object.fromEntries(relations),
      seen: { whole, ...(queries.length > 0 && { scope: makeRowScope(api, whole, queries) }) },
    }
  })
  const isEverything = resources.length === api.resources.size && resources.every(({ seen }) => !seen)
  if (isEverything && resources.every(({ name }) => may(access, `${name}:list`))) return api
  return { ...api, resources: new Map(resources.map((it) => [it.name, it])), seen: { whole: api, access } }
}

/** The list itself where all of it is visible, so that what is made of it is shared. */
function visibleColumns({ name, columns }: Resource, { layers }: Access): readonly Column[] {
  const isMasked = (column: Column): boolean =>
    [column.name, fieldOf(column)].some((field) => layers.some(({ masks }) => masks.has(`${name}.${field}`)))
  const visible = columns.filter((column) => !isMasked(column))
  return visible.length === columns.length ? columns : visible
}

/**
 * A row that cannot be made without what is masked, or could not be shown afterwards, is not made at all.
 *
 * @throws ApiError `forbidden`
 */
export function assertCreatable({ name, primaryKey, columns, seen }: Resource): void {
  const isHidden = (column: Column): boolean => !columns.includes(column)
  const needsHidden = seen?.whole.columns.some((column) => column.required && isHidden(column))
  if (!needsHidden && primaryKey.length > 0) return
  throw new ApiError('forbidden', `You may not make a ${name}: it needs what you may not see.`)
}

/**
 * Whether a row exists for the caller, as far as scopes are concerned.
 *
 * @param view - of the caller
 * @param resource - its name
 * @param key - of the row, in key order
 */
export async function isVisible(
  view: Api,
  session: Session,
  resource: string,
  key: readonly Bindable[],
): Promise<boolean> {
  const seen = view.resources.get(resource)
  if (!seen) return false
  if (!seen.seen?.scope) return true
  // Its key may be masked.
  const row = { ...seen, primaryKey: seen.seen.whole.primaryKey, columns: seen.seen.whole.columns }
  const rows = await session.readRows(selectRow(view, row, projectionOf(row, false), key))
  return rows.length > 0
}
