/** The statements on single rows, found by their key; each is compiled once per resource or set of columns. */
import { type RawBuilder, sql } from 'kysely'
import type { Statement } from '../db/db.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { type NextSlot, statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import type { Projection } from './projection.ts'
import type { Resource } from './resource.ts'
import type { Assignment } from './write-body.ts'

type Key = readonly Bindable[]

export function selectRow({ db }: Api, resource: Resource, { columns, selectList }: Projection, key: Key): Statement {
  const shape = JSON.stringify(['row', resource.name, columns.length])
  return statementsOf(db.kysely)(
    shape,
    (slot) =>
      sql`select ${selectList} from ${sql.id(resource.table)} as ${sql.id('t0')} where ${hasKey(resource, slot, 't0')}`,
  )(key)
}

export function insertRow({ db }: Api, { name, table }: Resource, assignments: readonly Assignment[]): Statement {
  const columns = assignments.map(({ column }) => column.name)
  return statementsOf(db.kysely)(JSON.stringify(['insert', name, columns]), (slot) => {
    const names = columns.map((column) => sql.id(column))
    return sql`insert into ${sql.id(table)} (${list(names)}) values (${list(names.map(slot))})`
  })(assignments.map(({ value }) => value))
}

export function updateRow({ db }: Api, resource: Resource, assignments: readonly Assignment[], key: Key): Statement {
  const columns = assignments.map(({ column }) => column.name)
  return statementsOf(db.kysely)(JSON.stringify(['update', resource.name, columns]), (slot) => {
    const changes = columns.map((column) => sql`${sql.id(column)} = ${slot()}`)
    return sql`update ${sql.id(resource.table)} set ${sql.join(changes)} where ${hasKey(resource, slot)}`
  })([...assignments.map(({ value }) => value), ...key])
}

export function deleteRow({ db }: Api, resource: Resource, key: Key): Statement {
  return statementsOf(db.kysely)(
    JSON.stringify(['delete', resource.name]),
    (slot) => sql`delete from ${sql.id(resource.table)} where ${hasKey(resource, slot)}`,
  )(key)
}

/** @param alias - of the table, where the statement gives it one */
export function hasKey({ primaryKey }: Resource, slot: NextSlot, alias?: string): RawBuilder<unknown> {
  const terms = primaryKey.map((name) => sql`${alias === undefined ? sql.id(name) : sql.id(alias, name)} = ${slot()}`)
  return sql.join(terms, sql` and `)
}

function list(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length > 0 ? sql.join(parts) : sql``
}
