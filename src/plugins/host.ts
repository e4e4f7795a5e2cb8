/**
 * Loaded plugins -> those that this database can serve, each with what it is lent, and the {@link Api} with what they
 * add to it.
 */
import type { Logger } from '../http/log.ts'
import type { Money } from '../money/money.ts'
import type { Api } from '../resources/api.ts'
import type { Resource } from '../resources/resource.ts'
import { findTable, hasColumn } from '../resources/tables.ts'
import { didYouMean } from '../nearest-name.ts'
import { StartError } from '../start-error.ts'
import type { Users } from '../users/users.ts'
import { compileHooks, type HookOwner } from './hooks.ts'
import { type Guard, guardOf } from './lent-session.ts'
import type { LoadedPlugin } from './load.ts'
import { tablesOf } from './own-tables.ts'
import type { Host, Plugin } from './plugin.ts'
import { findMissing } from './requirements.ts'
import type { GuardedTables, TableRule } from './table-guard.ts'
import { sees, writeOn } from './writing.ts'

export interface HostedPlugin {
  readonly plugin: Plugin
  readonly host: Host
  /** The same, without writes of which the audit would not tell. */
  readonly hostOfRoutes: Host
}

export interface Lent {
  /** Without what plugins add. */
  readonly api: Api
  /** On the API with what plugins add. */
  readonly money: (api: Api) => Money
  readonly users: Users
  readonly log: Logger
  /** That one hook may take. */
  readonly hookSeconds: number
}

/**
 * What comes with the server is left out where the database lacks what it needs, and the log says what.
 *
 * @throws {@link StartError} naming a plugin that the operator loads, and what it names that is not there
 */
export function hostPlugins(
  loaded: readonly LoadedPlugin[],
  { api: bare, money: openMoneyOn, users, log, hookSeconds }: Lent,
): { readonly api: Api; readonly plugins: readonly HostedPlugin[] } {
  const { usable, resources } = usableOf(loaded, bare.resources, log)
  const owners: HookOwner[] = []
  const api: Api = { ...bare, resources, hooks: { of: (resource) => hooks.of(resource) } }
  const money = openMoneyOn(api)
  const plugins = usable.map(({ plugin, settings, source }) => {
    const { name, hooks: own = {} } = plugin
    const ownTables = tablesOf(plugin)
    const tables: GuardedTables = {
      plugin: name,
      uses: usesOf(plugin, resources),
      isOwn: (table) => ownTables.has(table),
    }
    const guard = guardOf(tables)
    const reading = guardOf({ ...tables, isReadOnly: true })
    const lent = (by: Guard) => ({
      // What comes with the server works on the server's own tables, too.
      api: source === undefined ? api : { ...api, db: by.db(api.db) },
      db: by.kysely(api.db.kysely),
    })
    const host: Host = {
      ...lent(guard),
      write: writeOn(api, guard),
      sees: (caller, resource, key) => sees(api, caller, resource, key),
      money: { ...money, move: (request, plan) => money.move(request, (session) => plan(reading.session(session))) },
      users,
      settings,
      log: log.child({ plugin: name }),
    }
    owners.push({ name, hooks: own, host, guard: guard.kysely })
    return { plugin, host, hostOfRoutes: { ...host, ...lent(reading) } }
  })
  const hooks = compileHooks(owners, hookSeconds)
  return { api, plugins }
}

type Resources = ReadonlyMap<string, Resource>

function usableOf(loaded: readonly LoadedPlugin[], given: Resources, log: Logger) {
  const usable: LoadedPlugin[] = []
  const leftOut = new Set<string>()
  let resources = given
  for (const one of loaded) {
    const { plugin, source } = one
    const own = ownResources(one, resources)
    const together: Resources = new Map([...resources, ...own])
    const without = (plugin.after ?? []).filter((name) => leftOut.has(name))
    const missing = [
      ...without.map((name) => ({ what: `the plugin "${name}", after which it starts, is left out`, hint: '' })),
      ...findMissing(plugin, together),
    ]
    if (missing.length === 0) {
      usable.push(one)
      resources = together
    } else if (source === undefined) {
      leftOut.add(plugin.name)
      logLeftOut(
        log,
        plugin,
        missing.map(({ what }) => what),
      )
    } else {
      const lines = missing.map(({ what, hint }) => `${what}.${hint}`)
      throw new StartError(`Plugin "${plugin.name}" (${source}): ${lines.join(' ')}`)
    }
  }
  return { usable, resources }
}

/** @throws {@link StartError} for a table that is not the plugin's, and a name that is taken */
function ownResources({ plugin, source }: LoadedPlugin, taken: Resources): Map<string, Resource> {
  const { name, resources = [] } = plugin
  const own = tablesOf(plugin)
  return new Map(
    resources.map((resource) => {
      const refuse = (why: string): StartError => new StartError(`Plugin "${name}", resource ${resource.name}: ${why}`)
      if (source !== undefined && !own.has(resource.table)) {
        throw refuse(`the table ${resource.table} is not its own.`)
      }
      const other = taken.get(resource.name)
      if (other) throw refuse(`this is the name of the table ${other.table} already.`)
      if (source !== undefined) {
        const problem = relationProblem(resource, new Map([...taken, ...resources.map((it) => [it.name, it] as const)]))
        if (problem !== undefined) throw refuse(problem)
      }
      return [resource.name, resource]
    }),
  )
}

function relationProblem({ relations }: Resource, all: Resources): string | undefined {
  for (const [column, relation] of Object.entries(relations)) {
    const target = all.get(relation.resource)
    const where = `${column} refers to ${relation.resource}.${relation.column}, and there is no`
    if (!target) return `${where} resource ${relation.resource}.${didYouMean(relation.resource, all.keys())}`
    if (hasColumn(target, relation.column)) continue
    const names = target.columns.map(({ name }) => name)
    return `${where} such column.${didYouMean(relation.column, names)}`
  }
  return undefined
}

/** Of A2Billing's tables, those whose column nothing but the money service changes. */
const BALANCES: Readonly<Record<string, readonly string[]>> = { cc_card: ['credit'] }

function usesOf({ tables = {} }: Plugin, resources: Resources): Map<string, TableRule> {
  return new Map(
    Object.entries(tables).flatMap(([name, { access }]) => {
      const found = findTable({ resources }, name)
      return found ? [[found.table, { access, balances: BALANCES[name] ?? [] }]] : []
    }),
  )
}

function logLeftOut(log: Logger, { name, routes = [] }: Plugin, missing: readonly string[]): void {
  const paths = routes.map(({ method, path }) => `${method} ${path}`).join(', ')
  log.warn(
    { plugin: name, missing },
    `plugin left out, so there is no ${paths}: ${missing.join('; ')}. ` +
      'If the database has been changed since the server was generated, run `a2b generate` and start again',
  )
}
