/**
 * Who refers to a row: what a delete would orphan. A2Billing declares no foreign keys, so the server would not object.
 *
 * Resources without a key are left out: those are views, whose rows go when what they show goes.
 */
import { type RawBuilder, sql } from 'kysely'
import { may } from '../access.ts'
import type { Cell, Session } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import { type Column, type ConditionalRelation, type Resource, wholeOf } from './resource.ts'
import { hasKey, keyValues } from './row-statements.ts'

interface Reference {
  readonly from: Resource
  readonly column: Column
  /** The column it refers to. */
  readonly target: string
  readonly when?: ConditionalRelation['when']
}

/**
 * @param api - of a caller's view, too: every row is in the way of a delete, but only what the caller may see is named
 * @param key - of the row
 * @param row - by column name
 * @returns what has rows that refer to it: "Rows of call, charge", "Rows of call and other rows"; undefined for nothing
 */
export async function findDependants(
  api: Api,
  session: Session,
  resource: Resource,
  key: readonly Bindable[],
  row: Readonly<Record<string, Cell>>,
): Promise<string | undefined> {
  const target = wholeOf(resource)
  const all = referencesTo(api.seen?.whole ?? api, target).flatMap((reference) => {
    const value = asReference(row[reference.target] ?? null, reference.column)
    if (value === undefined) return []
    return [{ ...reference, values: reference.from === target ? [value, ...keyValues(target, key)] : [value] }]
  })
  const found = await thoseWithRows(api, session, target, all)
  const inSight = found.flatMap((reference) => {
    const from = seenIn(api, reference.from)
    return from ? [{ ...reference, from }] : []
  })
  const isLimited = ({ from }: Reference): boolean => from.seen?.scope !== undefined
  const named = [
    ...inSight.filter((reference) => !isLimited(reference)),
    ...(await thoseWithRows(api, session, target, inSight.filter(isLimited))),
  ]
  const names = new Set(named.map(({ from }) => from.name))
  const hasOthers = found.some(({ from }) => !names.has(from.name))
  if (names.size === 0) return hasOthers ? 'Other rows' : undefined
  return `Rows of ${[...names].join(', ')}${hasOthers ? ' and other rows' : ''}`
}

/** As the caller sees it; undefined for what the caller may not list. */
function seenIn({ resources, seen }: Api, { name }: Resource): Resource | undefined {
  return !seen || may(seen.access, `${name}:list`) ? resources.get(name) : undefined
}

type Asked = Reference & { readonly values: readonly Bindable[] }

/** Those of the references by which some row refers to the target, of the rows that their resources have for the caller. */
async function thoseWithRows(
  { db }: Api,
  session: Session,
  target: Resource,
  asked: readonly Asked[],
): Promise<Asked[]> {
  if (asked.length === 0) return []
  const parts = asked.map(({ from, column, when }) => [from.name, from.seen?.scope?.shape, column.name, when])
  const exist = statementsOf(db.kysely)(
    JSON.stringify(['dependants', target.name, parts]),
    (slot) => sql`select ${sql.join(asked.map((it) => existsSql(target, it, slot)))}`,
  )
  const [found = []] = await session.readRows(
    exist(asked.flatMap(({ from, values }) => [...values, ...(from.seen?.scope?.values ?? [])])),
  )
  return asked.filter((_, index) => Number(found[index]) === 1)
}

function existsSql(target: Resource, { from, column, when }: Reference, slot: NextSlot): RawBuilder<unknown> {
  const scope = from.seen?.scope
  const condition = when ? sql` and ${sql.id(when.column)} = ${when.equals}` : sql``
  const reference = sql`${sql.id(column.name)} = ${slot()}${condition}`
  // A row may refer to itself without being in its own way.
  const other = from.name === target.name ? sql` and not (${hasKey(target, slot)})` : sql``
  const table = sql`${sql.id(from.table)}${scope ? sql` as ${sql.id('t0')}` : sql``}`
  return sql`exists (select 1 from ${table} where ${reference}${other}${scope ? sql` and ${scope.sql('t0', slot)}` : sql``})`
}

const indexes = new WeakMap<Api, ReadonlyMap<string, readonly Reference[]>>()

function referencesTo(api: Api, resource: Resource): readonly Reference[] {
  const index = indexes.get(api) ?? indexReferences(api)
  indexes.set(api, index)
  return index.get(resource.name) ?? []
}

/** Every relation of every resource, by the resource it leads to. */
function indexReferences({ resources }: Api): ReadonlyMap<string, readonly Reference[]> {
  const all = [...resources.values()].flatMap((from) => {
    const plain = Object.entries(from.relations).map(([column, relation]) => ({ ...relation, from: column }))
    const relations: readonly (Omit<ConditionalRelation, 'when'> & Partial<ConditionalRelation>)[] = [
      ...plain,
      ...(from.conditionalRelations ?? []),
    ]
    return from.primaryKey.length === 0 ? [] : relations.map((relation) => ({ from, relation }))
  })
  const references = all.flatMap(({ from, relation }) => {
    const column = from.columns.find(({ name }) => name === relation.from)
    if (!column) throw new Error(`${from.name} has a relation from "${relation.from}", which is none of its columns`)
    const { resource: to, column: target, when } = relation
    return [{ to, reference: { from, column, target, ...(when && { when }) } }]
  })
  const byTarget = Map.groupBy(references, ({ to }) => to)
  return new Map(Array.from(byTarget, ([to, found]) => [to, found.map(({ reference }) => reference)]))
}

/** The value as the referring column would hold it; undefined where that column cannot, or where it stands for none. */
function asReference(cell: Cell, { type }: Column): Bindable | undefined {
  if (cell === null || cell === '') return undefined
  if (type.kind !== 'integer' && type.kind !== 'decimal') return Buffer.isBuffer(cell) ? cell : String(cell)
  return /^-?\d+(\.\d+)?$/.test(String(cell)) ? new NumericLiteral(String(cell)) : undefined
}
