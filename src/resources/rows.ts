/** Single rows: read, created, changed and removed; what is answered is always the row as the database has it. */
import type { Cell, Session } from '../db/db.ts'
import { isOfMixedCollations } from '../db/errors.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import { may } from '../access.ts'
import type { Origin } from '../origin.ts'
import type { Caller } from '../caller.ts'
import type { Api } from './api.ts'
import { Refusal } from './codecs/codec.ts'
import { codecOf } from './column-codec.ts'
import { findDependants } from './dependants.ts'
import { projectionOf } from './projection.ts'
import { type Column, fieldOf, type Resource } from './resource.ts'
import { keyColumns, noSuchRow, parseKey } from './row-key.ts'
import { deleteRow, insertRow, selectRow, updateRow } from './row-statements.ts'
import { type Assignment, isNumbered, parseCreate, parseUpdate } from './write-body.ts'
import { describeInsertError, describeWriteError } from './write-errors.ts'

type Key = readonly Bindable[]

/**
 * @param segment - last of the URL, decoded
 * @returns the row as JSON
 * @throws ApiError `not_found`
 */
export async function readRow(api: Api, resource: Resource, caller: Caller, segment: string): Promise<string> {
  const key = parseKey(resource, segment)
  const row = await finding(resource, segment, () => fetchRow(api, api.db, resource, caller, key))
  if (row === undefined) throw noSuchRow(resource, segment)
  return row
}

/**
 * @returns the new row as JSON, with what the database filled in
 * @throws ApiError as {@link parseCreate}, and `duplicate_key`; nothing is stored then
 */
export async function createRow(api: Api, resource: Resource, origin: Origin, body: unknown): Promise<string> {
  const given = parseCreate(resource, body)
  return writing(api, resource, async (session) => {
    const assignments = await withMadeKeys(session, resource, given)
    const { insertId } = await session.write(insertRow(api, resource, assignments)).catch((error: unknown) => {
      throw describeInsertError(
        error,
        resource,
        assignments.map(({ column }) => column.name),
      )
    })
    const row = await fetchRow(api, session, resource, origin.caller, keyOfNew(resource, assignments, insertId))
    if (row === undefined) {
      const detail = `The new ${resource.name} was stored, but removed or given another key before it could be read.`
      throw new ApiError('not_found', detail)
    }
    return row
  })
}

/** Asks the database for what it would have made itself, because afterwards nothing would tell which row is the new one. */
async function withMadeKeys(
  session: Session,
  resource: Resource,
  given: readonly Assignment[],
): Promise<readonly Assignment[]> {
  const missing = keyColumns(resource).filter(
    (column) => column.defaultSql !== undefined && !given.some((assignment) => assignment.column === column),
  )
  if (missing.length === 0) return given
  const sql = `select ${missing.map(({ defaultSql }) => defaultSql).join(', ')}`
  const [row = []] = await session.readRows({ sql, parameters: [] })
  const made = missing.map((column, index) => ({ column, value: madeKey(column, row[index] ?? null) }))
  return [...given, ...made]
}

/** @throws Error where the column's default is no value of its type */
function madeKey(column: Column, cell: Cell): Bindable {
  if (cell === null || Buffer.isBuffer(cell)) return cell
  const value = codecOf(column.type).fromText(String(cell))
  if (value instanceof Refusal) throw new Error(`${column.name}: the database made a key that it cannot hold`)
  return value
}

/**
 * Sets the columns that the body names and no others.
 *
 * @returns the row as JSON
 * @throws ApiError `not_found` before anything in the body is looked at; as {@link parseUpdate}; `duplicate_key`
 */
export async function updateRowByKey(
  api: Api,
  resource: Resource,
  origin: Origin,
  segment: string,
  body: unknown,
): Promise<string> {
  const key = parseKey(resource, segment)
  let assignments: Assignment[]
  try {
    assignments = parseUpdate(resource, body, key)
  } catch (refusal) {
    await readRow(api, resource, origin.caller, segment)
    throw refusal
  }
  const change = async (session: Session): Promise<string> => {
    if (assignments.length > 0) await session.write(updateRow(api, resource, assignments, key))
    const row = await fetchRow(api, session, resource, origin.caller, key)
    if (row === undefined) throw noSuchRow(resource, segment)
    return row
  }
  return finding(resource, segment, () => writing(api, resource, change))
}

/**
 * @returns `{"deleted":1}`
 * @throws ApiError `not_found`; `has_dependants` naming the resources with rows that refer to this one
 */
export async function removeRow(api: Api, resource: Resource, _origin: Origin, segment: string): Promise<string> {
  const key = parseKey(resource, segment)
  const deleteIt = async (session: Session): Promise<string> => {
    const dependants = await findDependants(api, session, resource, key)
    if (dependants === undefined) throw noSuchRow(resource, segment)
    if (dependants.length > 0) {
      const detail = `Rows of ${dependants.join(', ')} refer to this ${resource.name}; remove or change those first.`
      throw new ApiError('has_dependants', detail)
    }
    const { affectedRows } = await session.write(deleteRow(api, resource, key))
    if (affectedRows === 0) throw noSuchRow(resource, segment)
    return '{"deleted":1}'
  }
  return finding(resource, segment, () => writing(api, resource, deleteIt))
}

/** A text that the key's character set lacks is the key of no row; of some sets only the server knows what they have. */
async function finding<T>(resource: Resource, segment: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isOfMixedCollations(error) ? noSuchRow(resource, segment) : error
  }
}

/** One connection, because A2Billing's triggers read a session variable that an earlier write on it may have left. */
function writing<T>(api: Api, resource: Resource, work: (session: Session) => Promise<T>): Promise<T> {
  return api.db.session(async (session) => {
    try {
      const { resetVariables = [] } = resource
      if (resetVariables.length > 0) await session.write({ sql: resetSql(resetVariables), parameters: [] })
      return await work(session)
    } catch (error) {
      throw describeWriteError(error, resource)
    }
  })
}

/** @throws Error for a name that cannot stand in SQL as it is */
export function resetSql(variables: readonly string[]): string {
  const wrong = variables.find((name) => !/^[a-z_]+$/i.test(name))
  if (wrong !== undefined) throw new Error(`"${wrong}" is no name of a session variable`)
  return `SET ${variables.map((name) => `@${name} = NULL`).join(', ')}`
}

async function fetchRow(
  api: Api,
  session: Session,
  resource: Resource,
  caller: Caller,
  key: Key,
): Promise<string | undefined> {
  const projection = projectionOf(resource, may(caller.access, 'secrets:read'))
  const [row] = await session.readRows(selectRow(api, resource, projection, key))
  return row && projection.serialize(row)
}

/** @param insertId - `'0'` when the database made no number */
function keyOfNew(resource: Resource, assignments: readonly Assignment[], insertId: string): Bindable[] {
  return keyColumns(resource).map((column) => {
    const value = assignments.find((it) => it.column === column)?.value
    // A zero, too, asks an auto-increment column for the next number.
    const isNumber =
      isNumbered(column) && (value === undefined || (value instanceof NumericLiteral && value.text === '0'))
    if (value !== undefined && !(isNumber && insertId !== '0')) return value
    if (insertId === '0')
      throw new Error(`${resource.table}: the database gave no value for the key ${fieldOf(column)}`)
    return new NumericLiteral(insertId)
  })
}
