/**
 * Texts of filters to the condition that says which rows exist for a caller.
 *
 * Unlike a client's own filters these may use any column, secret ones too: the caller sees none of it.
 */
import { sql } from 'kysely'
import { digest } from '../digest.ts'
import { ApiError } from '../errors.ts'
import type { Api } from './api.ts'
import { type Condition, parseFilters } from './filters.ts'
import { gatherParameters } from './query-string.ts'
import type { Column, Resource, RowScope } from './resource.ts'
import { buildWhere, Scopes } from './where.ts'

/**
 * @param api - as everybody's
 * @param queries - in the grammar of a list's query, all of which must be met: `id_group__id_agent=5`
 * @throws Error naming the query that is none: a scope that means nothing must not be taken for no limit
 */
export function makeRowScope(api: Api, resource: Resource, queries: readonly string[]): RowScope {
  const filters = queries.map((query) => parseScope(api, resource, query))
  const all = filters.flat()
  // The tables that a scope looks into have all of their rows.
  const scopes = new Scopes(resource, all)
  const own = new Set(all.map(({ joins: [first], column }) => (first?.from ?? column).name))
  return {
    // With the resource: the same condition on another table, which a statement may read as well, is another limit.
    shape: digest([
      resource.name,
      ...filters.map((conditions) =>
        conditions.map(({ id, isNegated, tests }) => [id, isNegated, ...tests.map(({ shape }) => shape)]),
      ),
    ]),
    values: all.flatMap(({ tests }) => tests.flatMap(({ values }) => values)),
    columns: resource.columns.filter(({ name }) => own.has(name)),
    sql(row, slot) {
      const terms = filters.flatMap(
        (conditions) => buildWhere(conditions, { row, inner: 'r', scopes, slot, isClosed: true }).terms,
      )
      return sql.join(terms, sql` and `)
    },
  }
}

function parseScope(api: Api, resource: Resource, query: string): Condition[] {
  const whole = withoutSecrets(api)
  try {
    const conditions = parseFilters(whole, whole.resources.get(resource.name) ?? resource, gatherParameters(query), [])
    if (conditions.length === 0) throw new Error('it has no filter')
    return conditions
  } catch (cause) {
    const reason = cause instanceof ApiError ? cause.message : String(cause)
    throw new Error(`The scope "${query}" of ${resource.name} cannot be used: ${reason}`, { cause })
  }
}

const known = new WeakMap<Api, Api>()

/** The API as it would be if no column were secret. */
function withoutSecrets(api: Api): Api {
  const made = known.get(api)
  if (made) return made
  const resources = Array.from(api.resources, ([name, resource]) => {
    const columns = resource.columns.map(withoutSecret)
    return [name, { ...resource, columns }] as const
  })
  const without = { ...api, resources: new Map(resources) }
  known.set(api, without)
  return without
}

function withoutSecret(column: Column): Column {
  const copy: { -readonly [Member in keyof Column]: Column[Member] } = { ...column }
  delete copy.secret
  return copy
}
