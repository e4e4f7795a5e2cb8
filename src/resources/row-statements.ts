/** The statements on single rows, found by their key; each is compiled once per resource or set of columns. */
import { type RawBuilder, sql } from 'kysely'
import type { Cell, Statement } from '../db/db.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import type { Projection } from './projection.ts'
import { operandOf } from './operand.ts'
import type { Column, Resource } from './resource.ts'
import { keyColumns } from './row-key.ts'
import type { Assignment } from './write-body.ts'
import { Scopes } from './where.ts'

type Key = readonly Bindable[]

/**
 * Of a row outside the caller's scope it finds nothing.
 *
 * @param isLocking - nobody else may change the row until the transaction has ended; for tables that have transactions
 */
export function selectRow(
  { db }: Api,
  resource: Resource,
  { id, selectList }: Pick<Projection, 'id' | 'selectList'>,
  key: Key,
  isLocking = false,
): Statement {
  const scopes = new Scopes(resource, [])
  const shape = JSON.stringify(['row', resource.name, id, scopes.shapes, isLocking])
  return statementsOf(db.kysely)(shape, (slot) => {
    scopes.bind(slot)
    const from = sql`${sql.id(resource.table)} as ${sql.id('t0')}`
    const where = sql`${hasKey(resource, slot, 't0')}${scopes.and(resource, 't0')}`
    return sql`select ${selectList} from ${from} where ${where}${isLocking ? sql` for update` : sql``}`
  })([...scopes.values, ...keyValues(resource, key)])
}

export function insertRow({ db }: Api, { name, table }: Resource, assignments: readonly Assignment[]): Statement {
  const columns = assignments.map(({ column }) => column.name)
  return statementsOf(db.kysely)(JSON.stringify(['insert', name, columns]), (slot) => {
    const names = columns.map((column) => sql.id(column))
    return sql`insert into ${sql.id(table)} (${list(names)}) values (${list(names.map(slot))})`
  })(assignments.map(({ value }) => value))
}

/** The row as it was read, to be written to only while it is that. */
export interface Unchanged {
  readonly of: Fingerprint
  readonly value: Cell
}

export function updateRow(
  { db }: Api,
  resource: Resource,
  assignments: readonly Assignment[],
  key: Key,
  unchanged?: Unchanged,
): Statement {
  const columns = assignments.map(({ column, isIncrement = false }) => [column.name, isIncrement] as const)
  return statementsOf(db.kysely)(JSON.stringify(['update', resource.name, columns, unchanged?.of]), (slot) => {
    const changes = columns.map(([name, isIncrement]) => {
      const column = sql.id(name)
      return isIncrement ? sql`${column} = ${column} + ${slot()}` : sql`${column} = ${slot()}`
    })
    const row = sql`${hasKey(resource, slot)}${isUnchanged(resource, slot, unchanged)}`
    return sql`update ${sql.id(resource.table)} set ${sql.join(changes)} where ${row}`
  })([...assignments.map(({ value }) => value), ...keyValues(resource, key), ...valuesOf(unchanged)])
}

export function deleteRow({ db }: Api, resource: Resource, key: Key, unchanged?: Unchanged): Statement {
  return statementsOf(db.kysely)(JSON.stringify(['delete', resource.name, unchanged?.of]), (slot) => {
    const row = sql`${hasKey(resource, slot)}${isUnchanged(resource, slot, unchanged)}`
    return sql`delete from ${sql.id(resource.table)} where ${row}`
  })([...keyValues(resource, key), ...valuesOf(unchanged)])
}

function isUnchanged(resource: Resource, slot: NextSlot, unchanged: Unchanged | undefined): RawBuilder<unknown> {
  return unchanged ? sql` and ${fingerprintOf(resource, unchanged.of)} = ${slot()}` : sql``
}

function valuesOf(unchanged: Unchanged | undefined): Cell[] {
  return unchanged ? [unchanged.value] : []
}

/**
 * The condition that {@link keyValues} fill. A text is compared twice: as the column compares it, which finds it by the
 * index, and by its bytes, because most collations take `abc`, `ABC` and `abc ` for one.
 *
 * @param alias - of the table, where the statement gives it one
 */
export function hasKey(resource: Resource, slot: NextSlot, alias?: string): RawBuilder<unknown> {
  const terms = keyColumns(resource).map((column) => {
    const { stored, compared } = operandOf(column, alias)
    const term = sql`${compared} = ${slot()}`
    return isText(column) ? sql`${term} and cast(convert(${stored} using utf8mb4) as binary) = ${slot()}` : term
  })
  return sql.join(terms, sql` and `)
}

/** What a statement with {@link hasKey} is given for a key. */
export function keyValues(resource: Resource, key: Key): Bindable[] {
  return keyColumns(resource).flatMap((column, index) => {
    const value = key[index] ?? null
    return isText(column) ? [value, value] : [value]
  })
}

function isText({ type }: Column): boolean {
  return type.kind === 'text'
}

function list(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length > 0 ? sql.join(parts) : sql``
}
