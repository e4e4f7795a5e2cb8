/** Which columns an answer holds: the select list that fetches them and the serializer that writes them. */
import { type RawBuilder, sql } from 'kysely'
import { codecOf } from './column-codec.ts'
import type { Column, Resource } from './resource.ts'
import { compileSerializer, type Serializer } from './serializer.ts'

export interface Projection {
  readonly columns: readonly Column[]
  /** Of the table named `t0`. */
  readonly selectList: RawBuilder<unknown>
  readonly serialize: Serializer
}

const made = new WeakMap<Resource, Map<boolean, Projection>>()

/**
 * @param withSecrets - false: secret columns are not even selected
 */
export function projectionOf(resource: Resource, withSecrets: boolean): Projection {
  const known = made.get(resource) ?? new Map<boolean, Projection>()
  made.set(resource, known)
  const projection = known.get(withSecrets) ?? makeProjection(resource, withSecrets)
  known.set(withSecrets, projection)
  return projection
}

function makeProjection(resource: Resource, withSecrets: boolean): Projection {
  const columns = resource.columns.filter((column) => withSecrets || !column.secret)
  return { columns, selectList: sql.join(columns.map(selected)), serialize: compileSerializer(columns) }
}

function selected(column: Column): RawBuilder<unknown> {
  const name = sql.id('t0', column.name)
  const { selectAs } = codecOf(column.type)
  return selectAs ? sql`cast(${name} as ${sql.raw(selectAs)})` : asResult(sql`${name}`, column.name)
}

/** Rows are read by position, but the driver refuses result columns named as what every object has, `__proto__` say. */
export function asResult(value: RawBuilder<unknown>, name: string): RawBuilder<unknown> {
  return name in Object.prototype ? sql`${value} as ${sql.id('c')}` : value
}
