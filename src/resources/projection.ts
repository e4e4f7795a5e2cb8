/** Which columns an answer holds: the select list that fetches them and what writes them as JSON. */
import { type RawBuilder, sql } from 'kysely'
import { digest } from '../digest.ts'
import { codecOf } from './column-codec.ts'
import type { Column, Resource } from './resource.ts'
import type { RowWriter } from '../db/db.ts'
import { makeRowWriter } from './row-writer.ts'

export interface Projection {
  /** The same text for the same columns of a table. */
  readonly id: string
  readonly columns: readonly Column[]
  /** Of the table named `t0`. */
  readonly selectList: RawBuilder<unknown>
  readonly writer: RowWriter
}

/** By the list of columns, which all share who see the same. */
const made = new WeakMap<Resource['columns'], Map<Secrets, Projection>>()

/** `all`: those that no answer holds, too. */
type Secrets = boolean | 'all'

/**
 * @param secrets - false: secret columns are not even selected
 */
export function projectionOf({ columns }: Resource, secrets: Secrets): Projection {
  const known = made.get(columns) ?? new Map<Secrets, Projection>()
  made.set(columns, known)
  const projection = known.get(secrets) ?? makeProjection(columns, secrets)
  known.set(secrets, projection)
  return projection
}

function makeProjection(all: Resource['columns'], secrets: Secrets): Projection {
  const columns = all.filter(({ secret }) => !secret || secrets === 'all' || (secrets && secret !== 'always'))
  const id = digest(columns.map(({ name }) => name))
  return { id, columns, selectList: sql.join(columns.map(selected)), writer: makeRowWriter(columns) }
}

/** As it is read of the table named `t0`. */
export function selected(column: Column): RawBuilder<unknown> {
  const name = sql.id('t0', column.name)
  const { selectAs } = codecOf(column.type)
  return selectAs ? sql`cast(${name} as ${sql.raw(selectAs)})` : asResult(sql`${name}`, column.name)
}

/** Rows are read by position, but the driver refuses result columns named as what every object has, `__proto__` say. */
export function asResult(value: RawBuilder<unknown>, name: string): RawBuilder<unknown> {
  return name in Object.prototype ? sql`${value} as ${sql.id('c')}` : value
}
