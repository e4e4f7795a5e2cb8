/** Which rows a statement is about: everything that makes its FROM and WHERE, for pages, counts and exports alike. */
import { type RawBuilder, sql } from 'kysely'
import type { NextSlot } from '../db/statements.ts'
import type { Condition } from './filters.ts'
import type { Resource } from './resource.ts'
import type { Search } from './search.ts'
import { buildWhere, Scopes } from './where.ts'
import { type WhereTree, whereTreeSql } from './where-tree.ts'

export interface Selection {
  readonly conditions: readonly Condition[]
  readonly search?: Search | undefined
  readonly where?: WhereTree | undefined
}

/** The same SQL for the same shape; `t0` is the row. */
export interface SelectedRows {
  readonly shape: readonly unknown[]
  /** In the order in which {@link build} asks for their slots. */
  readonly values: readonly unknown[]
  build(slot: NextSlot): {
    /** ` from …`, with what is joined. */
    readonly from: RawBuilder<unknown>
    /** All must hold. */
    readonly terms: readonly RawBuilder<unknown>[]
  }
}

export function selectRows(resource: Resource, { conditions, search, where }: Selection): SelectedRows {
  const all = [...conditions, ...(where?.conditions ?? [])]
  const scopes = new Scopes(resource, all, search?.resources)
  const tests = all.flatMap((condition) => condition.tests)
  return {
    shape: [
      scopes.shapes,
      conditions.map(({ id, isNegated, tests: own }) => [id, isNegated, ...own.map(({ shape }) => shape)]),
      where?.shape ?? null,
      search?.shape ?? null,
    ],
    values: [...scopes.values, ...tests.flatMap(({ values }) => values), ...(search?.values ?? [])],
    build(slot) {
      scopes.bind(slot)
      const { joins, terms } = buildWhere(conditions, { row: 't0', inner: 's', scopes, slot })
      const tree = where && whereTreeSql(where, { row: 't0', inner: 'w', scopes, slot })
      const searched = search?.sql('t0', scopes, slot)
      const own = scopes.of(resource.seen?.scope, 't0')
      const table = sql`${sql.id(resource.table)} as ${sql.id('t0')}`
      return {
        from: sql` from ${table}${joins}${sql.join(searched?.joins ?? [], sql``)}`,
        terms: [...(own ? [own] : []), ...terms, ...(tree ? [tree] : []), ...(searched?.terms ?? [])],
      }
    },
  }
}

/** ` where …`, or nothing. */
export function whereSql(terms: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return terms.length > 0 ? sql` where ${sql.join(terms, sql` and `)}` : sql``
}

/** Every resource whose table is read to find the rows. */
export function resourcesRead(resource: Resource, { conditions, search, where }: Selection): Resource[] {
  const joined = [...conditions, ...(where?.conditions ?? [])].flatMap(({ joins }) => joins.map(({ target }) => target))
  return [resource, ...joined, ...(search?.resources ?? [])]
}
