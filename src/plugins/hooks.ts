/** The hooks of all plugins -> one set of hooks for each resource, as the writes of rows call them. */
import type { Kysely } from 'kysely'
import type { AnyTables } from '../db/db.ts'
import type { Hooks, ResourceHooks, Values, WriteEvent } from '../resources/hooks.ts'
import { contain, failed } from './contain.ts'
import type { Lease } from './guarded-db.ts'
import type { Host, PluginHooks } from './plugin.ts'

/** Whose hooks they are, and what these are given. */
export interface HookOwner {
  readonly name: string
  readonly hooks: Readonly<Record<string, PluginHooks>>
  readonly host: Host
  /** A handle on the connection of the write, for this plugin's tables. */
  guard(db: Kysely<AnyTables>, lease: Lease): Kysely<AnyTables>
}

/**
 * @param owners - asked for at each write, in the order in which their hooks run
 * @param seconds - that one hook may take
 */
export function compileHooks(owners: readonly HookOwner[], seconds: number): Hooks {
  const resources = new Set(owners.flatMap(({ hooks }) => Object.keys(hooks)))
  const compiled = new Map(
    Array.from(resources, (resource) => {
      const here = owners.flatMap(({ hooks, ...owner }) => {
        const own = hooks[resource]
        return own ? [{ ...owner, hooks: own, resource, seconds }] : []
      })
      return [resource, compile(here)] as const
    }),
  )
  return { of: (resource) => compiled.get(resource) }
}

/** A plugin's hooks on one resource. */
interface Hooked extends Omit<HookOwner, 'hooks'> {
  readonly hooks: PluginHooks
  readonly resource: string
  readonly seconds: number
}

type Name = keyof PluginHooks

function compile(owners: readonly Hooked[]): ResourceHooks {
  const having = (name: Name): readonly Hooked[] => owners.filter(({ hooks }) => hooks[name])
  const changing = (name: Name) => async (event: WriteEvent) => {
    let changed: Values | undefined
    for (const owner of having(name)) {
      const result = await call(owner, name, { ...event, values: { ...(changed ?? event.values) } })
      if (result !== undefined) changed = asValues(owner, name, result)
    }
    return changed
  }
  const looking = (name: Name) => async (event: WriteEvent) => {
    for (const owner of having(name)) await call(owner, name, event)
  }
  const afterCommit = async (event: WriteEvent): Promise<void> => {
    for (const owner of having('afterCommit')) {
      await call(owner, 'afterCommit', event).catch((err: unknown) => {
        const { requestId } = event.origin
        owner.host.log.error({ err, id: requestId }, 'a hook failed after the write, which stays')
      })
    }
  }
  const scope: ResourceHooks['scope'] = (caller) => having('scope').flatMap((owner) => scopesOf(owner, caller))
  const all = {
    validate: changing('validate'),
    beforeCreate: changing('beforeCreate'),
    beforeUpdate: changing('beforeUpdate'),
    beforeDelete: looking('beforeDelete'),
    afterCreate: looking('afterCreate'),
    afterUpdate: looking('afterUpdate'),
    afterDelete: looking('afterDelete'),
    afterCommit,
    scope,
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => having(name as Name).length > 0))
}

/** The database handle of the event is the plugin's for as long as the hook may take. */
async function call({ name: plugin, hooks, host, resource, seconds, guard }: Hooked, name: Name, event: object) {
  const hook = hooks[name] as (event: object, host: Host) => unknown
  const lease: Lease = { isOver: false }
  const lent = 'db' in event ? { ...event, db: guard(event.db as Kysely<AnyTables>, lease) } : event
  try {
    return await contain({ plugin, what: `hook ${resource}.${name}`, seconds }, () => hook(lent, host))
  } finally {
    lease.isOver = true
  }
}

function asValues({ name: plugin, resource }: Hooked, name: Name, result: unknown): Values {
  if (typeof result === 'object' && result !== null && !Array.isArray(result)) return result as Values
  throw failed({ plugin, what: `hook ${resource}.${name}` }, new Error('it returned neither values nor nothing'))
}

/** Whatever goes wrong, nobody sees rows that a hook would have kept from them. */
function scopesOf(
  { name: plugin, hooks, host, resource }: Hooked,
  caller: Parameters<NonNullable<ResourceHooks['scope']>>[0],
) {
  const place = { plugin, what: `hook ${resource}.scope` }
  let result: unknown
  try {
    result = hooks.scope?.(caller, host)
  } catch (error) {
    throw failed(place, error)
  }
  const scopes = result === undefined ? [] : [result].flat()
  if (scopes.every((scope) => typeof scope === 'string' && scope !== '')) return scopes as string[]
  throw failed(place, new Error('it returned neither a filter nor undefined'))
}
