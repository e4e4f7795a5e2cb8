/** A list's query as SQL, compiled once per shape: which fields, operators, numbers of values, order and scopes. */
import { type RawBuilder, sql } from 'kysely'
import type { Statement } from '../db/db.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import { asRange, type Behind, behind, orderValueSql } from './behind.ts'
import type { OrderTerm } from './ordering.ts'
import type { Projection } from './projection.ts'
import type { ListQuery } from './query-string.ts'
import { fieldOf, type Resource } from './resource.ts'
import { type SelectedRows, selectRows, whereSql } from './selection.ts'

/** Rows that a page leaves out, from which on only their keys are looked at. */
const DEEP = 1000

interface Plan {
  readonly resource: Resource
  readonly projection: Projection
  readonly query: ListQuery
  readonly rows: SelectedRows
  /** Columns before those of the ordering, which are the same in all rows: the index begins with them. */
  readonly lead: readonly OrderTerm[]
  readonly behind: Behind | undefined
  /** The page's keys are found first, and then their rows: those before them are never read. */
  readonly isDeep: boolean
}

/**
 * @param isWhole - up to the limit: nothing is to tell whether there are more
 * @returns the statement for one page and one row more, which tells whether there is a next page; with a cursor, the
 *   values that its order has come first
 */
export function listStatement(
  api: Api,
  resource: Resource,
  projection: Projection,
  query: ListQuery,
  isWhole = false,
): Statement {
  const { page, limit, cursor, ordering } = query
  const { fixed = [] } = cursor ?? {}
  const isDescending = ordering[0]?.isDescending ?? false
  const conditions = query.conditions.map((each) => (fixed.includes(each) ? asRange(each) : each))
  const offset = (page - 1) * limit
  const plan: Plan = {
    resource,
    projection,
    query,
    rows: selectRows(resource, { ...query, conditions }),
    lead: fixed.map(({ column }) => ({ column, isDescending })),
    behind: cursor?.after && behind(ordering, cursor.after),
    isDeep: offset >= DEEP && resource.primaryKey.length > 0,
  }
  const values = [...plan.rows.values]
  if (plan.behind) values.push(...plan.behind.values)
  values.push(isWhole ? limit : limit + 1)
  if (!cursor) values.push(offset)
  return statementsOf(api.db.kysely)(shapeOf(plan), (slot) => buildList(plan, slot))(values)
}

function shapeOf({ resource, projection, query, rows, behind: after, isDeep }: Plan): string {
  const { ordering, cursor } = query
  const order = ordering.map(({ column, isDescending }) => [fieldOf(column), isDescending])
  const from = cursor ? [after?.shape ?? ''] : isDeep
  return JSON.stringify(['list', resource.name, projection.id, ...rows.shape, order, from])
}

function buildList(
  { resource, projection, query, rows, lead, behind: after, isDeep }: Plan,
  slot: NextSlot,
): RawBuilder<unknown> {
  const { ordering, cursor } = query
  const { from, terms } = rows.build(slot)
  const order = orderBy([...lead, ...ordering])
  const found = sql`${from}${whereSql(after ? [...terms, after.sql(slot)] : terms)}${order}`
  if (cursor) {
    const noted = ordering.map(({ column }, index) => sql`${orderValueSql(column)} as ${sql.id(`c${index}`)}`)
    return sql`select ${sql.join([...noted, projection.selectList])}${found} limit ${slot()}`
  }
  const page = sql`${found} limit ${slot()} offset ${slot()}`
  if (!isDeep) return sql`select ${projection.selectList}${page}`
  const keys = resource.primaryKey.map((name, index) => ({ key: sql.id('t0', name), alias: `k${index}` }))
  const keysOfPage = sql`select ${sql.join(keys.map(({ key, alias }) => sql`${key} as ${sql.id(alias)}`))}${page}`
  const same = keys.map(({ key, alias }) => sql`${key} = ${sql.id('page', alias)}`)
  return sql`select ${projection.selectList} from (${keysOfPage}) as ${sql.id('page')} join ${sql.id(resource.table)} as ${sql.id('t0')} on ${sql.join(same, sql` and `)}${order}`
}

function orderBy(ordering: readonly OrderTerm[]): RawBuilder<unknown> {
  const terms = ordering.map(({ column, isDescending }) =>
    isDescending ? sql`${sql.id('t0', column.name)} desc` : sql`${sql.id('t0', column.name)}`,
  )
  return terms.length > 0 ? sql` order by ${sql.join(terms)}` : sql``
}
