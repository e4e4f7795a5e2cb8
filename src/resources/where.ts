/**
 * Conditions to the WHERE of a statement on rows of a table.
 *
 * Related tables are LEFT JOINed, because A2Billing's references point to missing rows as a matter of course. A row
 * that is outside the caller's scope is joined as little as one that is missing: nothing tells the two apart.
 */
import { type RawBuilder, sql } from 'kysely'
import type { NextSlot } from '../db/statements.ts'
import type { Join } from './field-path.ts'
import type { Condition } from './filters.ts'
import { type Operand, operandOf } from './operand.ts'
import type { Resource, RowScope } from './resource.ts'

/** The scopes of all resources that a statement reads, by which its rows are limited. */
export class Scopes {
  readonly #all: readonly RowScope[]
  #slots: ReadonlyMap<RowScope, readonly RawBuilder<unknown>[]> = new Map()

  /** @param resource - whose rows are read, by these conditions and with what stands in the others */
  constructor(resource: Resource, conditions: readonly Condition[], others: readonly Resource[] = []) {
    const read = [resource, ...conditions.flatMap(({ joins }) => joins.map(({ target }) => target)), ...others]
    this.#all = [...new Set(read.flatMap(({ seen }) => seen?.scope ?? []))]
  }

  get shapes(): string[] {
    return this.#all.map(({ shape }) => shape)
  }

  get values(): unknown[] {
    return this.#all.flatMap(({ values }) => values)
  }

  /** Takes a slot for each of {@link values}; a scope that is kept to at several places has the same ones at each. */
  bind(slot: NextSlot): void {
    this.#slots = new Map(this.#all.map((scope) => [scope, scope.values.map(slot)]))
  }

  /** @returns ` and …`, or nothing for a resource of which all rows exist */
  and({ seen }: Resource, alias: string): RawBuilder<unknown> {
    const condition = this.of(seen?.scope, alias)
    return condition ? sql` and ${condition}` : sql``
  }

  /** @returns the condition on the rows of this alias; undefined where all exist */
  of(scope: RowScope | undefined, alias: string): RawBuilder<unknown> | undefined {
    if (!scope) return undefined
    const slots = this.#slots.get(scope)?.values()
    return scope.sql(alias, () => {
      const { value } = slots?.next() ?? {}
      if (!value) throw new Error('A scope asks for more values than it has')
      return value
    })
  }
}

export interface Where {
  /** To the tables that the conditions reach into. */
  readonly joins: RawBuilder<unknown>
  /** All must hold. */
  readonly terms: readonly RawBuilder<unknown>[]
}

export interface WhereOptions {
  /** Alias of the table. */
  readonly row: string
  readonly scopes: Scopes
  readonly slot: NextSlot
  /** Of the tables within subqueries: a letter. */
  readonly inner: string
  /** Joins nothing to the row itself: the terms can stand wherever one may be asked whether it meets them. */
  readonly isClosed?: true
}

/** Asks for slots in the order of the conditions' values. */
export function buildWhere(conditions: readonly Condition[], options: WhereOptions): Where {
  const { row, slot, isClosed = false } = options
  const joins = new Joins(row, options.scopes)
  const subqueries = new Map<string, Subquery>()
  const terms: RawBuilder<unknown>[] = []
  // To ask every row once more whether a date is zero takes a twentieth of what it takes to sum them up.
  const withoutZero = new Set<string>()
  for (const condition of conditions) {
    if (condition.joins.length === 0 || !(isClosed || mayMultiply(condition.joins))) {
      const alias = joins.aliasOf(condition.joins)
      const compared = `${alias}.${condition.column.name}`
      terms.push(conditionSql(condition, operandOf(condition.column, alias), slot, withoutZero.has(compared)))
      if (!condition.isNegated && condition.tests.every((test) => test.leavesZeroOut)) withoutZero.add(compared)
      continue
    }
    // What is asked of one reference is asked of one row behind it; an exclusion stands alone.
    const path = condition.isNegated ? condition.id : condition.joins.map(({ from }) => from.name).join('\0')
    const key = `${condition.isNegated}\0${path}`
    const subquery = subqueries.get(key) ?? new Subquery(condition, options)
    subqueries.set(key, subquery)
    subquery.add(condition)
  }
  return { joins: joins.sql(), terms: [...terms, ...Array.from(subqueries.values(), (subquery) => subquery.sql())] }
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
  isZeroOut = false,
): RawBuilder<unknown> {
  const parts = tests.map((test) => {
    const part = test.sql(operand, slot, isZeroOut && !isNegated)
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
  readonly #options: WhereOptions
  readonly #alias: string
  readonly #joins: Joins
  readonly #isNegated: boolean
  readonly #parts: RawBuilder<unknown>[] = []
  #holdsForNothing = true

  constructor({ joins: [first], isNegated }: Condition, options: WhereOptions) {
    if (!first) throw new Error('A condition on the row itself needs no subquery')
    this.#first = first
    this.#options = options
    this.#alias = `${options.inner}0`
    this.#joins = new Joins(this.#alias, options.scopes)
    this.#isNegated = isNegated
  }

  add(condition: Condition): void {
    const alias = this.#joins.aliasOf(condition.joins.slice(1))
    const operand = operandOf(condition.column, alias)
    this.#parts.push(conditionSql({ ...condition, isNegated: false }, operand, this.#options.slot))
    this.#holdsForNothing &&= condition.tests.some((test) => test.holdsForNothing)
  }

  /** Sets of references, which the server makes once; not a look-up for every row. */
  sql(): RawBuilder<unknown> {
    const { from, target, targetColumn } = this.#first
    const { row, scopes } = this.#options
    const reference = sql.id(row, from.name)
    const behind = sql`select ${sql.id(this.#alias, targetColumn)} from ${sql.id(target.table)} as ${sql.id(this.#alias)}`
    const scope = scopes.of(target.seen?.scope, this.#alias)
    const parts = scope ? [...this.#parts, scope] : this.#parts
    const meets = sql`${reference} in (${behind}${this.#joins.sql()} where ${sql.join(parts, sql` and `)})`
    const any = scope ? sql`${behind} where ${scope}` : behind
    const holds = this.#holdsForNothing ? sql`(${meets} or (${reference} in (${any})) is not true)` : meets
    return this.#isNegated ? sql`(${holds}) is not true` : holds
  }
}

/** The tables that filters reach into from a row: each path of relations once, under its own alias. */
class Joins {
  readonly #aliases = new Map<string, string>()
  readonly #clauses: RawBuilder<unknown>[] = []
  readonly #start: string
  readonly #scopes: Scopes

  /** @param start - alias of the row: a letter and a zero */
  constructor(start: string, scopes: Scopes) {
    this.#start = start
    this.#scopes = scopes
  }

  /** @returns the alias of the table at the end of the path */
  aliasOf(path: readonly Join[]): string {
    let alias = this.#start
    let names = ''
    for (const { from, target, targetColumn } of path) {
      names += `${from.name}\0`
      const known = this.#aliases.get(names)
      const joined = known ?? `${this.#start.charAt(0)}${this.#aliases.size + 1}`
      if (!known) {
        this.#aliases.set(names, joined)
        this.#clauses.push(
          sql` left join ${sql.id(target.table)} as ${sql.id(joined)} on ${sql.id(joined, targetColumn)} = ${sql.id(alias, from.name)}${this.#scopes.and(target, joined)}`,
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
