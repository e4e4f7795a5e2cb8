/** Which columns an answer holds: the select list that fetches them and what writes them as JSON. */
import { type RawBuilder, sql } from 'kysely'
import { digest } from '../digest.ts'
import { RecentCache } from '../recent-cache.ts'
import type { JsonForm } from './codecs/codec.ts'
import { zerofilled } from './codecs/json-form.ts'
import { codecOf } from './column-codec.ts'
import { withLabels } from './labels.ts'
import type { Column, Resource } from './resource.ts'
import type { RowWriter } from '../db/db.ts'
import { formsOf, makeRowWriter } from './row-writer.ts'

export interface Projection {
  /** The same text for the same columns of a table, written alike. */
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

/** How values are written, where it is not as usual. */
export interface Look {
  /** DECIMAL columns as texts. */
  readonly decimals?: 'string'
  /** With the meanings of codes. */
  readonly labels?: true
}

/** Of one list of columns; a client may ask for ever new ones. */
const CAPACITY = 50
const chosen = new WeakMap<Resource['columns'], RecentCache<Projection>>()

/** @param columns - of the resource, in its order */
export function projectionWith(
  { columns: all }: Resource,
  columns: readonly Column[],
  { decimals, labels }: Look,
): Projection {
  const known = chosen.get(all) ?? new RecentCache<Projection>(CAPACITY)
  chosen.set(all, known)
  const id = digest([...columns.map(({ name }) => name), ['look', decimals ?? '', labels ?? '']])
  return known.get(id, () => {
    const forms = formsOf(columns)
    const written = decimals ? forms.map((form, at) => (isDecimal(columns[at]) ? inQuotes(form) : form)) : forms
    const writer = makeRowWriter(columns, written)
    const selectList = sql.join(columns.map(selected))
    return { id, columns, selectList, writer: labels ? withLabels(writer, columns) : writer }
  })
}

function isDecimal(column: Column | undefined): boolean {
  return column?.type.kind === 'decimal'
}

function inQuotes(form: JsonForm): JsonForm {
  return form === 'zerofilled' ? (cell) => `"${zerofilled(String(cell))}"` : 'quoted'
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
