/**
 * Which rows are an agent's: a filter for each resource, found by its relations to customers, their groups and agents.
 *
 * A row belongs to the agent of the group of the card that it refers to, or of the group, or to the agent whose number
 * it holds; where it has several of these columns, all must lead to the agent. Only an agent's number beside a card or
 * a group may be empty: A2Billing writes it where a commission is paid. What refers to none of them directly belongs to
 * whom the rows belong that it refers to by their keys, all of them.
 *
 * Of what cannot be told whose it is an agent sees nothing, but for the few tables that are there for everybody.
 */
import type { Scope } from '../access.ts'
import type { Api } from './api.ts'
import { MAX_RELATIONS } from './field-path.ts'
import type { Relation, Resource } from './resource.ts'
import { tableOf } from './tables.ts'

/** The rows of a resource that a scope leaves. */
export interface ScopeFilter {
  /** Name of the resource. */
  readonly resource: string
  /** In the grammar of a list's query; absent where no row is left. */
  readonly query?: string
}

/** What A2Billing keeps for all of its customers alike: codes, rates, and what is offered. */
const FOR_EVERYBODY: ReadonlySet<string> = new Set(
  (
    'cc_country cc_currencies cc_iso639 cc_timezone cc_version cc_prefix cc_ratecard cc_tariffgroup ' +
    'cc_tariffgroup_plan cc_tariffplan cc_callplan_lcr cc_package_group cc_package_offer cc_package_rate ' +
    'cc_packgroup_package cc_service cc_subscription_service cc_subscription_signup cc_didgroup cc_card_seria ' +
    'cc_support cc_support_component cc_payment_methods cc_payments_status cc_campaign_config ' +
    'cc_outbound_cid_group cc_outbound_cid_list'
  ).split(' '),
)

/**
 * What a scope means: documentation and `a2b` show it, requests keep to it.
 *
 * @returns one entry for each resource that is limited, in the order of the resources
 * @throws Error for a scope of a resource that does not exist
 */
export function scopeFilters(api: Api, scope: Scope): ScopeFilter[] {
  if (scope.kind === 'filter') {
    const { resource, query } = scope
    if (!api.resources.has(resource)) throw new Error(`The scope "${resource}?${query}" is of no resource that exists`)
    return [{ resource, query }]
  }
  const owners = ownersIn(api)
  return [...api.resources.values()].flatMap((resource) => {
    const terms = owners.get(resource)
    if (terms) return [{ resource: resource.name, query: terms.map((term) => written(term, scope.id)).join('&') }]
    return FOR_EVERYBODY.has(tableOf(resource)) ? [] : [{ resource: resource.name }]
  })
}

/** A way to the number of an agent, from column to column. */
interface Term {
  readonly path: readonly string[]
  /** Values of the column that stand for no agent, as null does; absent where it must lead to the agent. */
  readonly none?: readonly string[]
}

/** By resource, those of which it can be told whose the rows are. */
type Owners = Map<Resource, readonly Term[]>

const AGENT = 'cc_agent'
const OWNERS = ['cc_card', 'cc_card_group', AGENT]

const known = new WeakMap<Api, Owners>()

function ownersIn(api: Api): Owners {
  const found = known.get(api) ?? findOwners(api)
  known.set(api, found)
  return found
}

/** In rounds, each by what the ones before it found: what leads in circles comes to its nearest end. */
function findOwners(api: Api): Owners {
  const owners: Owners = new Map()
  const all = [...api.resources.values()]
  const named = (table: string): Resource[] => all.filter((resource) => tableOf(resource) === table)
  const agents = named(AGENT).filter(({ primaryKey }) => primaryKey.length === 1)
  for (const agent of agents) owners.set(agent, [{ path: agent.primaryKey }])
  for (const table of OWNERS.toReversed()) addOwners(api, owners, named(table))
  let count: number
  do {
    count = owners.size
    addOwners(api, owners, all)
  } while (owners.size > count)
  return owners
}

function addOwners(api: Api, owners: Owners, resources: readonly Resource[]): void {
  const found = resources
    .filter((resource) => !owners.has(resource))
    .map((resource) => [resource, termsOf(api, owners, resource)] as const)
  for (const [resource, terms] of found) if (terms.length > 0) owners.set(resource, terms)
}

function termsOf(api: Api, owners: Owners, { relations, columns }: Resource): Term[] {
  const ways = Object.entries(relations).flatMap(([column, relation]) => {
    const target = api.resources.get(relation.resource)
    const terms = target ? behind(column, relation, target, owners.get(target) ?? []) : []
    if (!target || terms.length === 0) return []
    const mayBeEmpty = columns.some(({ name, nullable }) => name === column && nullable) || relation.none !== undefined
    return [{ relation, table: tableOf(target), isByKey: isKey(target, relation), mayBeEmpty, terms }]
  })
  const direct = ways.filter(({ table }) => OWNERS.includes(table))
  const byKey = ways.filter(({ isByKey }) => isByKey)
  const decisive = [direct, byKey].find(({ length }) => length > 0) ?? ways
  const isCustomers = decisive.some(({ table }) => table !== AGENT)
  return decisive.flatMap(({ relation: { none = [] }, table, isByKey, mayBeEmpty, terms }) =>
    isCustomers && table === AGENT && isByKey && mayBeEmpty ? terms.map((term) => ({ ...term, none })) : terms,
  )
}

function isKey({ primaryKey }: Resource, { column }: Relation): boolean {
  return primaryKey.length === 1 && primaryKey[0] === column
}

/** The terms of the row that a column refers to, as terms of the row itself; none where one is out of a filter's reach. */
function behind(column: string, relation: Relation, target: Resource, terms: readonly Term[]): Term[] {
  // The column holds the agent's number itself.
  if (tableOf(target) === AGENT && isKey(target, relation)) return terms.map(() => ({ path: [column] }))
  const all = terms.map((term) => ({ ...term, path: [column, ...term.path] }))
  return all.every(({ path }) => path.length - 1 <= MAX_RELATIONS) ? all : []
}

/** A negated filter leaves the rest of the rows, those without a number included. */
function written({ path, none }: Term, agent: string): string {
  const name = encodeURIComponent(path.join('__'))
  const id = encodeURIComponent(agent)
  if (!none) return `${name}=${id}`
  return none.length === 0 ? `-${name}__ne=${id}` : `-${name}__not_in=${[id, ...none].join()}`
}
