/**
 * Looks, before a row is written, whether it will exist for who writes it, and whether what it refers to does:
 * afterwards would be too late on tables that cannot roll back.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import { ApiError } from '../errors.ts'
import type { Api } from './api.ts'
import { type Column, fieldOf, type Relation, type Resource, wholeOf } from './resource.ts'
import { hasKey, keyValues } from './row-statements.ts'
import { Scopes } from './where.ts'
import type { Assignment } from './write-body.ts'

/**
 * @param view - of the caller
 * @param assignments - all that will be written
 * @param key - of the row that is changed; absent for a new one
 * @throws ApiError `forbidden` when the caller could not see the row any more; `missing_field` where a new row leaves
 *   to the database what decides that; `invalid_value` for what refers to no row that exists for the caller
 */
export async function assertWithinScope(
  view: Api,
  session: Session,
  resource: Resource,
  assignments: readonly Assignment[],
  key?: readonly Bindable[],
): Promise<void> {
  // Who sees every row may write every row, and may refer to rows that are not there, as A2Billing itself does.
  if (!view.seen) return
  await assertStaysVisible(view, session, resource, assignments, key)
  await assertRefersToVisible(view, session, resource, assignments)
}

async function assertStaysVisible(
  { db }: Api,
  session: Session,
  resource: Resource,
  assignments: readonly Assignment[],
  key?: readonly Bindable[],
): Promise<void> {
  const { columns: decisive = [] } = resource.seen?.scope ?? {}
  const valueOf = new Map(assignments.map(({ column, value }) => [column.name, value]))
  const increased = assignments.flatMap(({ column, isIncrement }) => (isIncrement ? [column.name] : []))
  const [given, left] = [true, false].map((isGiven) => decisive.filter(({ name }) => valueOf.has(name) === isGiven))
  if (!given || !left || (key ? given : decisive).length === 0) return
  if (!key && left.length > 0) throw lacking(resource, left)

  const scopes = new Scopes(resource, [])
  const shape = [
    'stays visible',
    resource.name,
    scopes.shapes,
    given.map(({ name }) => [name, increased.includes(name)]),
    key !== undefined,
  ]
  const check = statementsOf(db.kysely)(JSON.stringify(shape), (slot) => {
    scopes.bind(slot)
    const row = proposedRow(resource, decisive, given, increased, slot, key !== undefined)
    return sql`select 1 from (${row}) as ${sql.id('t0')} where true${scopes.and(resource, 't0')}`
  })
  const values = given.map(({ name }) => valueOf.get(name) ?? null)
  const met = await session.readRows(check([...scopes.values, ...values, ...(key ? keyValues(resource, key) : [])]))
  if (met.length === 0) throw outside(resource, given)
}

/**
 * The row as it will be. It is the second of a union whose first, which is empty, lends it the types and collations of
 * the columns: a text alone would be compared by the rules of the connection.
 */
function proposedRow(
  resource: Resource,
  decisive: readonly Column[],
  given: readonly Column[],
  increased: readonly string[],
  slot: NextSlot,
  isChanged: boolean,
): RawBuilder<unknown> {
  const table = sql.id(resource.table)
  const stored = decisive.map(({ name }) => sql.id(name))
  const proposed = decisive.map((column) => {
    const name = sql.id(column.name)
    if (!given.includes(column)) return name
    return increased.includes(column.name) ? sql`${name} + ${slot()}` : sql`${slot()}`
  })
  const from = isChanged ? sql` from ${table} where ${hasKey(resource, slot)}` : sql``
  return sql`select ${sql.join(stored)} from ${table} where false union all select ${sql.join(proposed)}${from}`
}

function outside(resource: Resource, given: readonly Column[]): ApiError {
  const fields = given.filter((column) => resource.columns.includes(column)).map(fieldOf)
  const by = fields.length > 0 ? ` by its ${fields.join(', ')}` : ''
  const errors = fields.map((field) => ({
    pointer: `/${field}`,
    detail: 'Must leave the row within what you may see.',
  }))
  return new ApiError('forbidden', `This ${resource.name} would be outside of what you may see${by}.`, { errors })
}

function lacking(resource: Resource, left: readonly Column[]): ApiError {
  const { name, columns } = resource
  const canGive = left.every((column) => columns.includes(column) && column.writable !== 'never')
  if (!canGive || left.some((column) => resource.primaryKey.includes(column.name))) {
    return new ApiError('forbidden', `No new ${name} would be within what you may see.`)
  }
  const fields = left.map(fieldOf)
  const errors = fields.map((field) => ({ pointer: `/${field}`, detail: 'Must be given.' }))
  const detail = `The body must give ${fields.join(', ')}, by which it is told whether you may see this ${name}.`
  return new ApiError('missing_field', detail, { errors })
}

/**
 * A number that is written must not reach another one's row: a destination would take the calls of somebody else's DID.
 * Of a missing row and of one that the caller may not see the answer is the same.
 */
async function assertRefersToVisible(
  view: Api,
  session: Session,
  resource: Resource,
  assignments: readonly Assignment[],
): Promise<void> {
  const { relations } = wholeOf(resource)
  for (const { column, value } of assignments) {
    const relation = Object.hasOwn(relations, column.name) ? relations[column.name] : undefined
    if (!relation || isNothing(value, column, relation)) continue
    if (await existsFor(view, session, relation, value)) continue
    const field = fieldOf(column)
    const detail = `Must refer to a ${relation.resource} that you may see, or to none.`
    throw new ApiError('invalid_value', `${field}: ${detail}`, { errors: [{ pointer: `/${field}`, detail }] })
  }
}

/** Of a resource that is not limited nothing is asked: references that lead nowhere are normal. */
async function existsFor(
  view: Api,
  session: Session,
  { resource, column }: Relation,
  value: Bindable,
): Promise<boolean> {
  const target = view.resources.get(resource)
  if (!target?.seen?.scope) return target !== undefined
  const scopes = new Scopes(target, [])
  const shape = JSON.stringify(['is there', resource, column, scopes.shapes])
  const find = statementsOf(view.db.kysely)(shape, (slot) => {
    scopes.bind(slot)
    const row = sql`${sql.id(target.table)} as ${sql.id('t0')}`
    return sql`select 1 from ${row} where ${sql.id('t0', column)} = ${slot()}${scopes.and(target, 't0')} limit 1`
  })
  return (await session.readRows(find([...scopes.values, value]))).length > 0
}

/** A2Billing writes 0, -1 and empty texts where a row refers to nothing. */
function isNothing(value: Bindable, { blank }: Column, { none = [] }: Relation): boolean {
  if (value === null) return true
  const text = value instanceof NumericLiteral ? value.text : value
  return typeof text === 'string' && ['', '0', '-1', blank, ...none].includes(text)
}
