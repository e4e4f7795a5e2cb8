/** Rows by their keys, several with one query: what single reads become that wait for the database at the same time. */
import { sql } from 'kysely'
import type { Db, JsonBytes } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { statementsOf } from '../db/statements.ts'
import type { Api } from './api.ts'
import { NotingWriter } from './noting-writer.ts'
import { asResult } from './projection.ts'
import type { Resource } from './resource.ts'
import { keyColumns } from './row-key.ts'
import { selectRow } from './row-statements.ts'
import type { Tagged } from './tagged-projection.ts'
import { Gatherings, Together } from './together.ts'

/** Rows of one query. Of longer lists of keys the server takes longer to see how to find them. */
const MOST = 32

/** Whole numbers that are exact as a double, so that a key and the number read with its row are the same. */
const SAFE = /^-?\d{1,15}$/

/** With its tag. */
type Found = { readonly json: JsonBytes; readonly tag: string } | undefined
const gatherings = new WeakMap<Db, Gatherings<number, Found>>()

/**
 * @returns the key as a number where rows of this resource can be found together by such keys; none that a scope limits
 */
export function gatheredKey(resource: Resource, key: readonly Bindable[]): number | undefined {
  const [column, ...others] = keyColumns(resource)
  const [value] = key
  if (column?.type.kind !== 'integer' || others.length > 0 || resource.seen?.scope) return undefined
  return value instanceof NumericLiteral && SAFE.test(value.text) ? Number(value.text) : undefined
}

/**
 * @param projection - who is shown the same is answered together
 * @returns undefined where there is no such row
 */
export function readTogether(api: Api, resource: Resource, projection: Tagged, key: number): Promise<Found> {
  const all = gatherings.get(api.db) ?? new Gatherings<number, Found>()
  gatherings.set(api.db, all)
  return all.answer(
    `${resource.name}\0${projection.shown.id}`,
    key,
    () => new Together(MOST, (keys) => readRows(api, resource, projection, keys)),
  )
}

async function readRows(
  api: Api,
  resource: Resource,
  projection: Tagged,
  keys: readonly number[],
): Promise<(key: number) => Found> {
  const { db } = api
  const { id, selectList } = projection
  const writer = projection.makeWriter()
  const [first, ...others] = keys
  if (others.length === 0) {
    const json = await db.readJson(selectRow(api, resource, projection, [literal(first)]), writer, 1)
    return () => (json.count === 0 ? undefined : { json, tag: writer.tags[0] ?? '' })
  }
  // As many as a power of two, the first one repeated: few statements serve any number of keys.
  const places = 2 ** Math.ceil(Math.log2(keys.length))
  const prepared = statementsOf(db.kysely)(JSON.stringify(['rows', resource.name, id, places]), (slot) => {
    const key = sql.id('t0', ...resource.primaryKey)
    const wanted = sql.join(Array.from({ length: places }, slot))
    const named = asResult(sql`${key}`, resource.primaryKey.join())
    return sql`select ${named}, ${selectList} from ${sql.id(resource.table)} as ${sql.id('t0')} where ${key} in (${wanted})`
  })
  const values = Array.from({ length: places }, (_, index) => literal(keys[index] ?? first))
  const keyed = new NotingWriter(writer, 1)
  const { latin1 } = await db.readJson(prepared(values), keyed, places)
  const found = new Map(
    keyed.notes.map(({ values: [key], start, end }, index) => {
      const answered = { json: { latin1: latin1.slice(start, end) }, tag: writer.tags[index] ?? '' }
      return [Number(key), answered] as const
    }),
  )
  return (key) => found.get(key)
}

function literal(key: number | undefined): NumericLiteral {
  return new NumericLiteral(String(key))
}
