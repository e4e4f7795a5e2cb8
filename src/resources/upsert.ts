/** `POST /api/card/?on=username`: changes the row that has this username, and creates one where none has. */
import { sql } from 'kysely'
import type { Session } from '../db/db.ts'
import { isOfMixedCollations } from '../db/errors.ts'
import { statementsOf } from '../db/statements.ts'
import { ApiError } from '../errors.ts'
import { didYouMean } from '../nearest-name.ts'
import type { Origin } from '../origin.ts'
import type { Api } from './api.ts'
import { Refusal } from './codecs/codec.ts'
import { parseBodyValue } from './column-codec.ts'
import { selected } from './projection.ts'
import type { Answered } from './read-row.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'
import { keyColumns, keyPart, writeKey } from './row-key.ts'
import { type RowWrite, writeAlone } from './row-write.ts'
import { prepareCreate, prepareUpdate } from './rows.ts'
import type { Run } from './run.ts'
import { Scopes } from './where.ts'

export interface Upserted extends Answered {
  readonly isNew: boolean
}

/**
 * Of two who do this at the same time with the same values, one creates and the other changes.
 *
 * @param on - field names, joined by commas, of which no two rows have the same values
 * @throws ApiError `invalid_parameter` where that is not so; `missing_field`; as `createRow` or `updateRowByKey`
 */
export async function upsertRow(
  api: Api,
  resource: Resource,
  origin: Origin,
  body: unknown,
  on: string,
  run: Run,
): Promise<Upserted> {
  const columns = parseOn(resource, on)
  const { write, isNew } = await prepareUpsert(api, resource, origin, body, columns)
  try {
    return { ...(await writeAlone(api, write, run)), isNew }
  } catch (error) {
    if (!isNew || !(error instanceof ApiError) || error.code !== 'duplicate_key') throw error
    // Somebody was faster; or another key of the row is taken, or by a row that the caller does not see.
    const now = await prepareUpsert(api, resource, origin, body, columns)
    if (now.isNew) throw error
    return { ...(await writeAlone(api, now.write, run)), isNew: false }
  }
}

/**
 * {@link upsertRow}, made ready for what is there now.
 *
 * @param columns - see {@link parseOn}
 * @param session - in which the row is looked for
 */
export async function prepareUpsert(
  api: Api,
  resource: Resource,
  origin: Origin,
  body: unknown,
  columns: readonly Column[],
  session: Session = api.db,
): Promise<{ readonly write: RowWrite; readonly isNew: boolean }> {
  const known = await findUpserted(api, resource, body, columns, session)
  if (known === undefined) return { write: await prepareCreate(api, resource, origin, body), isNew: true }
  const write = await prepareUpdate(api, resource, origin, known, changeable(resource, body as object))
  return { write, isNew: false }
}

/** @returns the last of the address of the row that {@link prepareUpsert} would change; undefined where it would make one */
export function findUpserted(
  api: Api,
  resource: Resource,
  body: unknown,
  columns: readonly Column[],
  session: Session,
): Promise<string | undefined> {
  return find(api, session, resource, columns, readValues(resource, columns, body))
}

/**
 * @returns the columns that `on` names
 * @throws ApiError `invalid_parameter` where two rows may have the same values in them
 */
export function parseOn(resource: Resource, on: string): Column[] {
  const { name } = resource
  const columns = on.split(',').map((field) => {
    const visible = resource.columns.filter(({ secret }) => !secret)
    const column = visible.find((it) => fieldOf(it) === field || it.name === field)
    if (column) return column
    throw unusable(`${name} has no field "${field}".${didYouMean(field, visible.map(fieldOf))}`)
  })
  const unique = uniqueKeys(resource)
  const names = new Set(columns.map((column) => column.name))
  if (unique.some((key) => key.length === names.size && key.every((column) => names.has(column)))) return columns
  throw unusable(`Two rows of ${name} may have the same ${on}. Use ${unique.map((key) => key.join()).join(' or ')}.`)
}

/** @returns names of columns that `on` takes together: in which no two rows have the same values, and which can be seen */
export function uniqueKeys({ primaryKey, indexes = [], columns }: Resource): (readonly string[])[] {
  const visible = new Set(columns.filter(({ secret }) => !secret).map((column) => column.name))
  const unique = [primaryKey, ...indexes.filter((index) => index.unique).map((index) => index.columns)]
  return unique.filter((key) => key.length > 0 && key.every((column) => visible.has(column)))
}

function unusable(detail: string): ApiError {
  return new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'on', detail }] })
}

function readValues(resource: Resource, columns: readonly Column[], body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError('malformed_body', `The body must be a JSON object with the fields of ${resource.name}.`)
  }
  return columns.map((column) => {
    const field = fieldOf(column)
    const given = new Map(Object.entries(body))
    const json = given.get(field) ?? given.get(column.name)
    const pointer = `/${field}`
    if (json === undefined || json === null) {
      const detail = `The body must give ${field}, by which the row is found.`
      throw new ApiError('missing_field', detail, { errors: [{ pointer, detail }] })
    }
    const value = parseBodyValue(column, json)
    if (!(value instanceof Refusal)) return value
    throw new ApiError('invalid_value', `${field}: ${value.detail}`, { errors: [{ pointer, detail: value.detail }] })
  })
}

/** What only a new row is given, a balance say, is left as it is. */
function changeable({ columns }: Resource, body: object): object {
  const fixed = columns.filter(({ writable }) => writable === 'create').flatMap((it) => [it.name, fieldOf(it)])
  return Object.fromEntries(Object.entries(body).filter(([field]) => !fixed.includes(field)))
}

/** @returns the last of the row's address */
async function find(
  { db }: Api,
  session: Session,
  resource: Resource,
  columns: readonly Column[],
  values: readonly unknown[],
): Promise<string | undefined> {
  const scopes = new Scopes(resource, [])
  const key = keyColumns(resource)
  const shape = JSON.stringify(['by', resource.name, scopes.shapes, columns.map(({ name }) => name)])
  const look = statementsOf(db.kysely)(shape, (slot) => {
    scopes.bind(slot)
    const terms = sql.join(
      columns.map(({ name }) => sql`${sql.id('t0', name)} = ${slot()}`),
      sql` and `,
    )
    const from = sql`${sql.id(resource.table)} as ${sql.id('t0')}`
    return sql`select ${sql.join(key.map(selected))} from ${from} where ${terms}${scopes.and(resource, 't0')} limit 1`
  })
  const [cells] = await session.readRows(look([...scopes.values, ...values])).catch((error: unknown) => {
    if (isOfMixedCollations(error)) return []
    throw error
  })
  return cells && writeKey(key.map((column, index) => keyPart(column, cells[index] ?? null)))
}
