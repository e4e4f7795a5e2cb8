/**
 * What a caller may do, as data.
 *
 * Permissions are `<resource>:<operation>`, such as `card:update`, or a name that a plugin declares, such as
 * `money:refill`. `card:*` is every operation on cards; `*` is everything, and only administrators hold it: what is
 * new in a database or a plugin is denied to everyone else until it is granted by its name.
 */
export interface Access {
  /** The same text for the same rights, to keep what was made for them. */
  readonly id: string
  /** Of the user and, above it, of the key that the request came with: each must allow what is done. */
  readonly layers: readonly Layer[]
}

export interface Layer {
  readonly permissions: ReadonlySet<string>
  /** Columns that do not exist for this caller, as `card.email`. */
  readonly masks: ReadonlySet<string>
  /** What rows must meet to exist for this caller: all of these. */
  readonly scopes: readonly Scope[]
}

/** `agent`: only that agent's customers and what belongs to them. Or rows of one resource, by a filter of a list's query. */
export type Scope =
  | { readonly kind: 'agent'; readonly id: string }
  | { readonly kind: 'filter'; readonly resource: string; readonly query: string }

/** What can be done with the rows of a resource. */
export const OPERATIONS = ['list', 'get', 'create', 'update', 'delete', 'export'] as const
export type Operation = (typeof OPERATIONS)[number]

export function makeAccess(...layers: readonly Layer[]): Access {
  const id = JSON.stringify(
    layers.map(({ permissions, masks, scopes }) => [[...permissions].sort(), [...masks].sort(), scopes]),
  )
  return { id, layers }
}

/** @param permission - a whole name, without a star */
export function may({ layers }: Access, permission: string): boolean {
  const everyOperation = `${permission.slice(0, permission.indexOf(':') + 1)}*`
  return layers.every(
    ({ permissions }) => permissions.has(permission) || permissions.has(everyOperation) || permissions.has('*'),
  )
}

/** @returns whole names in alphabetical order, without stars; `*` alone for everything */
export function permissionsOf(access: Access): string[] {
  if (access.layers.every(({ permissions }) => permissions.has('*'))) return ['*']
  const named = access.layers.flatMap(({ permissions }) => [...permissions]).filter((name) => name !== '*')
  const whole = named.flatMap((name) =>
    name.endsWith(':*') ? OPERATIONS.map((operation) => name.replace('*', operation)) : [name],
  )
  return [...new Set(whole)].filter((name) => may(access, name)).sort()
}

export const EVERYTHING: Access = makeAccess({ permissions: new Set(['*']), masks: new Set(), scopes: [] })

/** The permission of what every user may do. */
export const LOGIN = 'login'

/** The permission of what needs no login. */
export const OPEN = 'open'

/** A route's middleware and the permission without which it is not called. */
export type Guarded<Middleware> = Middleware & { readonly permission: string }

export function guarded<Middleware extends object>(permission: string, middleware: Middleware): Guarded<Middleware> {
  return Object.assign(middleware, { permission })
}
