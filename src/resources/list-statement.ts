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
  const joins = new Joins()
  const where = conditions.map((condition) => {
    const alias = joins.aliasOf(condition.joins)
    return conditionSql(condition, operandOf(condition.column, alias), slot)
  })
  const terms = ordering.map(({ column, isDescending }) =>
    isDescending ? sql`${sql.id('t0', column.name)} desc` : sql`${sql.id('t0', column.name)}`,
  )
  return sql`select ${joins.mayMultiply ? sql`distinct ` : sql``}${selectList} from ${sql.id(resource.table)} as ${sql.id('t0')}${joins.sql()}${
    where.length > 0 ? sql` where ${sql.join(where, sql` and `)}` : sql``
  }${terms.length > 0 ? sql` order by ${sql.join(terms)}` : sql``} limit ${slot()} offset ${slot()}`
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

/** The tables a list's filters reach into: each path of relations once, under its own alias. */
class Joins {
  readonly #aliases = new Map<string, string>()
  readonly #clauses: RawBuilder<unknown>[] = []
  /** A reference to something other than a whole key may meet several rows; the list must not repeat its own for that. */
  mayMultiply = false

  /** @returns the alias of the table at the end of the path */
  aliasOf(path: readonly Join[]): string {
    let alias = 't0'
    let names = ''
    for (const { from, target, targetColumn } of path) {
      names += `${from.name}\0`
      const known = this.#aliases.get(names)
      const joined = known ?? `t${this.#aliases.size + 1}`
      if (!known) {
        this.#aliases.set(names, joined)
        this.#clauses.push(
          sql` left join ${sql.id(target.table)} as ${sql.id(joined)} on ${sql.id(joined, targetColumn)} = ${sql.id(alias, from.name)}`,
        )
        this.mayMultiply ||= target.primaryKey.join() !== targetColumn
      }
      alias = joined
    }
    return alias
  }

  sql(): RawBuilder<unknown> {
    return this.#clauses.length > 0 ? sql.join(this.#clauses, sql``) : sql``
  }
}
