/**
 * Who refers to a row: what a delete would orphan. A2Billing declares no foreign keys, so the server would not object.
 *
 * Resources without a key are left out: those are views, whose rows go when what they show goes.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Cell, Session } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import type { Column, ConditionalRelation, Resource } from './resource.ts'
import { hasKey, keyValues } from './row-statements.ts'

interface Reference {
  readonly from: Resource
  readonly column: Column
  /** The column it refers to. */
  readonly target: string
  readonly when?: ConditionalRelation['when']
}

/**
 * @param key - of the row
 * @param row - by column name
 * @returns names of the resources with rows that refer to it
 */
export async function findDependants(
  api: Api,
  session: Session,
  resource: Resource,
  key: readonly Bindable[],
  row: Readonly<Record<string, Cell>>,
): Promise<string[]> {
  const asked = referencesTo(api, resource).flatMap((reference, index) => {
    const value = asReference(row[reference.target] ?? null, reference.column)
    return value === undefined ? [] : [{ ...reference, index, value }]
  })
  if (asked.length === 0) return []
  const shape = JSON.stringify(['dependants', resource.name, asked.map(({ index }) => index)])
  const exist = statementsOf(api.db.kysely)(
    shape,
    (slot) => sql`select ${sql.join(asked.map((it) => existsSql(resource, it, slot)))}`,
  )
  const values = asked.flatMap(({ from, value }) =>
    from === resource ? [value, ...keyValues(resource, key)] : [value],
  )
  const [found = []] = await session.readRows(exist(values))
  return [...new Set(asked.filter((_, index) => Number(found[index]) === 1).map(({ from }) => from.name))]
}

function existsSql(resource: Resource, { from, column, when }: Reference, slot: NextSlot): RawBuilder<unknown> {
  const condition = when ? sql` and ${sql.id(when.column)} = ${when.equals}` : sql``
  const reference = sql`${sql.id(column.name)} = ${slot()}${condition}`
  // A row may refer to itself without being in its own way.
  const other = from === resource ? sql` and not (${hasKey(resource, slot)})` : sql``
  return sql`exists (select 1 from ${sql.id(from.table)} where ${reference}${other})`
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
