/** A list's query as SQL, compiled once per shape: which fields, operators, numbers of values, order and scopes. */
import { type RawBuilder, sql } from 'kysely'
import type { Statement } from '../db/db.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import type { Projection } from './projection.ts'
import type { ListQuery } from './query-string.ts'
import { fieldOf, type Resource } from './resource.ts'
import { buildWhere, Scopes } from './where.ts'

/** @returns the statement for one page and one row more, which tells whether there is a next page */
export function listStatement(api: Api, resource: Resource, projection: Projection, query: ListQuery): Statement {
  const { conditions, page, limit } = query
  const scopes = new Scopes(resource, conditions)
  const values = scopes.values
  for (const { tests } of conditions) for (const test of tests) values.push(...test.values)
  values.push(limit + 1, (page - 1) * limit)
  const prepared = statementsOf(api.db.kysely)(shapeOf(resource, projection, query, scopes), (slot) =>
    buildList(resource, projection, query, scopes, slot),
  )
  return prepared(values)
}

function shapeOf(resource: Resource, { id }: Projection, { conditions, ordering }: ListQuery, scopes: Scopes): string {
  const filters = conditions.map((it) => [it.id, it.isNegated, ...it.tests.map(({ shape }) => shape)])
  const order = ordering.map(({ column, isDescending }) => [fieldOf(column), isDescending])
  return JSON.stringify(['list', resource.name, id, scopes.shapes, filters, order])
}

function buildList(
  resource: Resource,
  { selectList }: Projection,
  { conditions, ordering }: ListQuery,
  scopes: Scopes,
  slot: NextSlot,
): RawBuilder<unknown> {
  scopes.bind(slot)
  const { joins, terms } = buildWhere(conditions, { row: 't0', inner: 's', scopes, slot })
  const own = scopes.of(resource.seen?.scope, 't0')
  const where = own ? [own, ...terms] : terms
  const order = ordering.map(({ column, isDescending }) =>
    isDescending ? sql`${sql.id('t0', column.name)} desc` : sql`${sql.id('t0', column.name)}`,
  )
  return sql`select ${selectList} from ${sql.id(resource.table)} as ${sql.id('t0')}${joins}${
    where.length > 0 ? sql` where ${sql.join(where, sql` and `)}` : sql``
  }${order.length > 0 ? sql` order by ${sql.join(order)}` : sql``} limit ${slot()} offset ${slot()}`
}
