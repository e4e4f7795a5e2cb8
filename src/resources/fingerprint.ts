/**
 * SQL that gives the same text for as long as nothing changes in the columns it is of: asked for with a row, and again in
 * the statement that writes to it. So nobody comes between reading and writing, on tables without transactions either.
 *
 * It stays between the server and the database; what clients are given is made in `row-tag.ts`.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Projection } from './projection.ts'
import { type Column, type Resource, wholeOf } from './resource.ts'
import { isEditable } from './row-tag.ts'

/** `edit`: of what an edit may change. */
export type Fingerprint = 'edit' | 'whole'

/** Behind the columns of the table named `t0`. */
export function withFingerprint(
  resource: Resource,
  { id, selectList, columns, writer }: Projection,
  of: Fingerprint,
): Projection {
  return {
    id: JSON.stringify([id, of]),
    selectList: sql`${selectList}, ${fingerprintOf(resource, of, 't0')}`,
    columns,
    writer,
  }
}

/** @param alias - of the table, where the statement gives it one */
export function fingerprintOf(resource: Resource, of: Fingerprint, alias?: string): RawBuilder<unknown> {
  const whole = wholeOf(resource)
  const columns = whole.columns.filter((column) => of === 'whole' || isEditable(whole, column))
  const parts = columns.map((column) => partOf(column, sql.id(...(alias === undefined ? [] : [alias]), column.name)))
  return sql`sha2(concat_ws(',', ${sql.join(parts)}), 256)`
}

/** Never NULL, which would be left out, and never with a comma in it. */
function partOf({ type, nullable }: Column, name: RawBuilder<unknown>): RawBuilder<unknown> {
  const text = textOf(type.kind === 'flag' ? type.stored.kind : type.kind, name)
  return nullable ? sql`ifnull(${text}, 'null')` : text
}

function textOf(kind: Column['type']['kind'], name: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'year':
    case 'date':
    case 'datetime':
    case 'time':
      return name
    // The moment, not what a clock shows of it, which is the same twice in autumn.
    case 'timestamp':
      return sql`unix_timestamp(${name})`
    // The number that is stored, not what is shown of it.
    case 'float':
    case 'double':
      return sql`${name} + 0e0`
    case 'bit':
      return sql`${name} + 0`
    case 'json':
      return sql`sha2(cast(cast(${name} as char) as binary), 256)`
    default:
      return sql`sha2(cast(${name} as binary), 256)`
  }
}
