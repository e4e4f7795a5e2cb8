/**
 * The API as one caller sees it: an API like any other, from which is gone what does not exist for the caller.
 *
 * Columns that are masked, relations to what may not be listed, and rows outside of the scopes are not refused one by
 * one where they are asked for: they are not in it, so each is answered as what was never there.
 */
import { type Access, makeAccess, may } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Session } from '../db/db.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import { RecentCache } from '../recent-cache.ts'
import { type ScopeFilter, scopeFilters } from './agent-scope.ts'
import type { Api } from './api.ts'
import { projectionOf } from './projection.ts'
import { type Column, type Resource, type RowScope, type Seen, wholeOf } from './resource.ts'
import { makeRowScope } from './row-scope.ts'
import { selectRow } from './row-statements.ts'
import { visibleResources } from './visible-resources.ts'

/** Of one API. Callers with the same rights share a view; one that was forgotten is made again. */
const CAPACITY = 200

interface Kept {
  readonly views: RecentCache<Api>
  /** Shared by views that differ in their scopes alone. */
  readonly resources: RecentCache<ReadonlyMap<string, Resource>>
  /** Names of the resources of which plugins say which rows exist. */
  readonly hooked: readonly string[]
}

const kept = new WeakMap<Api, Kept>()

/**
 * @param api - as everybody's
 * @returns the API itself for who sees everything
 * @throws Error for a scope of a resource that does not exist. One that cannot be understood is thrown by what looks at
 *   the rows: nobody is given more than was meant
 */
export function viewOf(api: Api, caller: Caller): Api {
  const known = kept.get(api) ?? {
    views: new RecentCache(CAPACITY),
    resources: new RecentCache(CAPACITY),
    hooked: [...api.resources.keys()].filter((name) => api.hooks.of(name)?.scope),
  }
  kept.set(api, known)
  const { access } = caller
  const hooked = known.hooked.flatMap((resource) => {
    const queries = [api.hooks.of(resource)?.scope?.(caller) ?? []].flat()
    return queries.map((query): ScopeFilter => ({ resource, query }))
  })
  const id = hooked.length === 0 ? access.id : JSON.stringify([access.id, hooked])
  return known.views.get(id, () => makeView(api, access, hooked, known))
}

function makeView(api: Api, access: Access, hooked: readonly ScopeFilter[], known: Kept): Api {
  const granted = access.layers.flatMap(({ scopes }) => scopes.flatMap((scope) => scopeFilters(api, scope)))
  const filters = Map.groupBy([...granted, ...hooked], ({ resource }) => resource)
  const closed = [...filters.keys()].filter((name) => filters.get(name)?.some(({ query }) => query === undefined))
  const unscoped = makeAccess(...access.layers.map((layer) => ({ ...layer, scopes: [] })))
  const visible = known.resources.get(JSON.stringify([unscoped.id, closed]), () =>
    visibleResources(api.resources, access, new Set(closed)),
  )
  const limited = [...filters].flatMap(([name, found]): [string, Resource][] => {
    const resource = visible.get(name)
    if (!resource) return []
    return [
      [
        name,
        {
          ...resource,
          seen: limitedTo(
            api,
            wholeOf(resource),
            found.flatMap(({ query }) => query ?? []),
          ),
        },
      ],
    ]
  })
  const resources = new Map([...visible, ...limited])
  const isEverything = Array.from(api.resources).every(([name, whole]) => resources.get(name) === whole)
  if (isEverything && [...resources.keys()].every((name) => may(access, `${name}:list`))) return api
  return { ...api, resources, seen: { whole: api, access } }
}

/** The condition is made when the first statement needs it: of most resources a caller asks for nothing. */
function limitedTo(api: Api, whole: Resource, queries: readonly string[]): Seen {
  let scope: RowScope | undefined
  return {
    whole,
    get scope() {
      return (scope ??= makeRowScope(api, whole, queries))
    },
  }
}

/**
 * A row that cannot be made without what is masked, or could not be shown afterwards, is not made at all.
 *
 * @throws ApiError `forbidden`
 */
export function assertCreatable(resource: Resource): void {
  if (isCreatable(resource)) return
  throw new ApiError('forbidden', `You may not make a ${resource.name}: it needs what you may not see.`)
}

export function isCreatable({ primaryKey, columns, seen }: Resource): boolean {
  const isHidden = (column: Column): boolean => !columns.includes(column)
  const needsHidden = seen?.whole.columns.some((column) => column.required && isHidden(column))
  return !needsHidden && primaryKey.length > 0
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
