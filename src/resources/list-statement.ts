/**
 * A list's query as SQL, compiled once per shape: which fields, operators, numbers of values and order.
 *
 * Related tables are LEFT JOINed, because A2Billing's references point to missing rows as a matter of course.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Statement } from '../db/db.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import type { Join } from './field-path.ts'
import type { Condition } from './filters.ts'
import { type Operand, operandOf } from './operand.ts'
import type { Projection } from './projection.ts'
import type { ListQuery } from './query-string.ts'
import { fieldOf, type Resource } from './resource.ts'

/** @returns the statement for one page and one row more, which tells whether there is a next page */
export function listStatement(api: Api, resource: Resource, projection: Projection, query: ListQuery): Statement {
  const { conditions, page, limit } = query
  const values: unknown[] = []
  for (const { tests } of conditions) for (const test of tests) values.push(...test.values)
  values.push(limit + 1, (page - 1) * limit)
  const prepared = statementsOf(api.db.kysely)(shapeOf(resource, projection, query), (slot) =>
    buildList(resource, projection, query, slot),
  )
  return prepared(values)
}

function shapeOf(resource: Resource, projection: Projection, { conditions, ordering }: ListQuery): string {
  const filters = conditions.map(({ id, isNegated, tests }) => [id, isNegated, ...tests.map(({ shape }) => shape)])
  const order = ordering.map(({ column, isDescending }) => [fieldOf(column), isDescending])
  return JSON.stringify(['list', resource.name, projection.columns.length, filters, order])
}

function buildList(
  resource: Resource,
  { selectList }: Projection,
  { conditions, ordering }: ListQuery,
  slot: NextSlot,
): RawBuilder<unknown> {
  const joins = new Joins('t0')
  const subqueries = new Map<string, Subquery>()
  const where: RawBuilder<unknown>[] = []
  // Values are bound in the order of the conditions, so that is the order in which these are built.
  for (const condition of conditions) {
    if (!mayMultiply(condition.joins)) {
      where.push(conditionSql(condition, operandOf(condition.column, joins.aliasOf(condition.joins)), slot))
      continue
    }
    // What is asked of one reference is asked of one row behind it; an exclusion stands alone.
    const path = condition.isNegated ? condition.id : condition.joins.map(({ from }) => from.name).join('\0')
    const key = `${condition.isNegated}\0${path}`
    const subquery = subqueries.get(key) ?? new Subquery(condition)
    subqueries.set(key, subquery)
    subquery.add(condition, slot)
  }
  for (const subquery of subqueries.values()) where.push(subquery.sql())
  const terms = ordering.map(({ column, isDescending }) =>
    isDescending ? sql`${sql.id('t0', column.name)} desc` : sql`${sql.id('t0', column.name)}`,
  )
  return sql`select ${selectList} from ${sql.id(resource.table)} as ${sql.id('t0')}${joins.sql()}${
    where.length > 0 ? sql` where ${sql.join(where, sql` and `)}` : sql``
  }${terms.length > 0 ? sql` order by ${sql.join(terms)}` : sql``} limit ${slot()} offset ${slot()}`
}

/** A reference to something other than a whole key may meet several rows; the list must not repeat its own for that. */
function mayMultiply(path: readonly Join[]): boolean {
  return path.some(
    ({ target, targetColumn }) => target.primaryKey.length !== 1 || target.primaryKey[0] !== targetColumn,
  )
}

/** Repeated values are alternatives, but every exclusion must hold, be it by its operator or by the minus. */
function conditionSql(
  { operator, isNegated, tests }: Condition,
  operand: Operand,
  slot: NextSlot,
): RawBuilder<unknown> {
  const parts = tests.map((test) => {
    const part = test.sql(operand, slot)
    // Not IS NOT TRUE, in which MySQL 5.7 loses the rows that an outer join found nothing for.
    return isNegated ? sql`not coalesce(${part}, false)` : part
  })
  const [only] = parts
  if (only && parts.length === 1) return only
  return sql`(${sql.join(parts, isNegated !== (operator.excludes === true) ? sql` and ` : sql` or `)})`
}

/** Conditions on what a reference leads to, true where some row behind it meets them all. */
class Subquery {
  readonly #first: Join
  readonly #joins = new Joins('s0')
  readonly #isNegated: boolean
  readonly #parts: RawBuilder<unknown>[] = []
  #holdsForNothing = true

  constructor({ joins: [first], isNegated }: Condition) {
    if (!first) throw new Error("A condition on the list's own row needs no subquery")
    this.#first = first
    this.#isNegated = isNegated
  }

  add(condition: Condition, slot: NextSlot): void {
    const alias = this.#joins.aliasOf(condition.joins.slice(1))
    this.#parts.push(conditionSql({ ...condition, isNegated: false }, operandOf(condition.column, alias), slot))
    this.#holdsForNothing &&= condition.tests.some((test) => test.holdsForNothing)
  }

  /** Of the list's own row, `t0`. Sets of references, which the server makes once; not a look-up for every row. */
  sql(): RawBuilder<unknown> {
    const { from, target, targetColumn } = this.#first
    const reference = sql.id('t0', from.name)
    const behind = sql`select ${sql.id('s0', targetColumn)} from ${sql.id(target.table)} as ${sql.id('s0')}`
    const meets = sql`${reference} in (${behind}${this.#joins.sql()} where ${sql.join(this.#parts, sql` and `)})`
    const holds = this.#holdsForNothing ? sql`(${meets} or (${reference} in (${behind})) is not true)` : meets
    return this.#isNegated ? sql`(${holds}) is not true` : holds
  }
}

/** The tables that filters reach into from a row: each path of relations once, under its own alias. */
class Joins {
  readonly #aliases = new Map<string, string>()
  readonly #clauses: RawBuilder<unknown>[] = []
  readonly #start: 't0' | 's0'

  /** @param start - alias of the row */
  constructor(start: 't0' | 's0') {
    this.#start = start
  }

  /** @returns the alias of the table at the end of the path */
  aliasOf(path: readonly Join[]): string {
    let alias: string = this.#start
    let names = ''
    for (const { from, target, targetColumn } of path) {
      names += `${from.name}\0`
      const known = this.#aliases.get(names)
      const joined = known ?? `${this.#start.charAt(0)}${this.#aliases.size + 1}`
      if (!known) {
        this.#aliases.set(names, joined)
        this.#clauses.push(
          sql` left join ${sql.id(target.table)} as ${sql.id(joined)} on ${sql.id(joined, targetColumn)} = ${sql.id(alias, from.name)}`,
        )
      }
      alias = joined
    }
    return alias
  }

  sql(): RawBuilder<unknown> {
    return this.#clauses.length > 0 ? sql.join(this.#clauses, sql``) : sql``
  }
}
