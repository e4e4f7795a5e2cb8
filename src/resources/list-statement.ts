/** A list's query as SQL, compiled once per shape: which fields, operators, numbers of values, order and scopes. */
import { type RawBuilder, sql } from 'kysely'
import type { Statement } from '../db/db.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import { asRange, type Behind, behind, orderValueSql } from './behind.ts'
import { SORTED_AS_TEXT } from './index-order.ts'
import type { OrderTerm } from './ordering.ts'
import type { Projection } from './projection.ts'
import type { ListQuery } from './query-string.ts'
import { fieldOf, type Resource } from './resource.ts'
import { selectGroups } from './aggregation.ts'
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
  /** The page's keys are found first, and then their rows: others are never read whole. */
  readonly isKeysFirst: boolean
  /** No index is read for the order's sake. */
  readonly isSorted: boolean
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
  const { page, limit, cursor, ordering, search, aggregation } = query
  const { fixed = [] } = cursor ?? {}
  const isDescending = ordering[0]?.isDescending ?? false
  const conditions = query.conditions.map((each) => (fixed.includes(each) ? asRange(each) : each))
  const offset = (page - 1) * limit
  const plan: Plan = {
    resource,
    projection,
    query,
    rows: rowsOf(resource, { ...query, conditions }),
    lead: fixed.map(({ column }) => ({ column, isDescending })),
    behind: cursor?.after && behind(ordering, cursor.after),
    isKeysFirst:
      (offset >= DEEP || (search !== undefined && !isWhole)) && resource.primaryKey.length > 0 && !aggregation,
    // A search looks at most rows, and to look them up one by one takes longer where the index does not hold them.
    isSorted: search !== undefined && !aggregation && !api.canRollBack(resource.table),
  }
  const values = [...plan.rows.values]
  if (plan.behind) values.push(...plan.behind.values)
  values.push(isWhole ? limit : limit + 1)
  if (!cursor) values.push(offset)
  return statementsOf(api.db.kysely)(shapeOf(plan), (slot) => buildList(plan, slot))(values)
}

/** Those of the table, or the groups of them. */
export function rowsOf(resource: Resource, query: ListQuery): SelectedRows {
  return query.aggregation ? selectGroups(resource, query.aggregation, query) : selectRows(resource, query)
}

function shapeOf({ resource, projection, query, rows, behind: after, isKeysFirst, isSorted }: Plan): string {
  const { ordering, cursor } = query
  const order = ordering.map(({ column, isDescending }) => [fieldOf(column), isDescending])
  const from = cursor ? [after?.shape ?? ''] : []
  return JSON.stringify(['list', resource.name, projection.id, ...rows.shape, order, from, isKeysFirst, isSorted])
}

function buildList(
  { resource, projection, query, rows, lead, behind: after, isKeysFirst, isSorted }: Plan,
  slot: NextSlot,
): RawBuilder<unknown> {
  const { ordering, cursor } = query
  const { from, terms } = rows.build(slot)
  const order = orderBy([...lead, ...ordering], isSorted)
  const where = whereSql(after ? [...terms, after.sql(slot)] : terms)
  const page = sql`${from}${where}${order} limit ${slot()}${cursor ? sql`` : sql` offset ${slot()}`}`
  const noted = cursor ? ordering.map(({ column }, at) => sql`${orderValueSql(column)} as ${sql.id(`c${at}`)}`) : []
  const selected = sql.join([...noted, projection.selectList])
  if (!isKeysFirst) return sql`select ${selected}${page}`
  const keys = resource.primaryKey.map((name, index) => ({ key: sql.id('t0', name), alias: `k${index}` }))
  const keysOfPage = sql`select ${sql.join(keys.map(({ key, alias }) => sql`${key} as ${sql.id(alias)}`))}${page}`
  const same = keys.map(({ key, alias }) => sql`${key} = ${sql.id('page', alias)}`)
  const table = sql`${sql.id(resource.table)} as ${sql.id('t0')}`
  return sql`select ${selected} from (${keysOfPage}) as ${sql.id('page')} join ${table} on ${sql.join(same, sql` and `)}${order}`
}

/** @param isSorted - by what no index holds: the same values, as those of an expression */
function orderBy(ordering: readonly OrderTerm[], isSorted: boolean): RawBuilder<unknown> {
  const terms = ordering.map(({ column: { name, type }, isDescending }) => {
    const value = isSorted && SORTED_AS_TEXT.has(type.kind) ? sql`coalesce(${sql.id('t0', name)})` : sql.id('t0', name)
    return isDescending ? sql`${value} desc` : sql`${value}`
  })
  return terms.length > 0 ? sql` order by ${sql.join(terms)}` : sql``
}
