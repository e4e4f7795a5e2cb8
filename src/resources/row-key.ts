/**
 * The last segment of a row's URL to the values of its primary key: `/api/card/5/`, `/api/agenttariffgroup/1,2/`.
 *
 * A row has one address: `05`, `+5` and `5.0` are not other names of 5. In a composite key a comma or percent sign
 * within a part is written `%2C` or `%25` (in the URL, where percent signs are themselves encoded, `%252C`).
 */
import type { Cell } from '../db/db.ts'
import { type Bindable, NumericLiteral } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import { Refusal } from './codecs/codec.ts'
import { codecOf } from './column-codec.ts'
import type { Column, Resource } from './resource.ts'

/** @throws ApiError `not_found` for what can be the key of no row */
export function parseKey(resource: Resource, segment: string): Bindable[] {
  const columns = keyColumns(resource)
  const parts = columns.length === 1 ? [segment] : segment.split(',').map(unescapePart)
  if (parts.length !== columns.length) throw noSuchRow(resource, segment)
  return columns.map((column, index) => {
    const value = parsePart(column, parts[index] ?? '')
    if (value === undefined) throw noSuchRow(resource, segment)
    return value
  })
}

/** @returns the segment that {@link parseKey} reads this key from */
export function writeKey(key: readonly Bindable[]): string {
  const parts = key.map(textOf)
  return parts.length === 1 ? String(parts[0]) : parts.map(escapePart).join()
}

function textOf(value: Bindable): string {
  if (value instanceof NumericLiteral) return value.text
  return Buffer.isBuffer(value) ? value.toString('base64') : String(value)
}

function escapePart(part: string): string {
  return part.replaceAll('%', '%25').replaceAll(',', '%2C')
}

/** @returns what the database has in a column of a key, to be bound */
export function keyPart({ name, type }: Column, cell: Cell): Bindable {
  if (cell === null || Buffer.isBuffer(cell)) return cell
  const value = codecOf(type).fromText(String(cell))
  if (value instanceof Refusal) throw new Error(`${name}: the database has a key that its column cannot hold`)
  return value
}

/** In key order. */
export function keyColumns({ primaryKey, columns }: Resource): Column[] {
  return primaryKey.map((name) => {
    const column = columns.find((it) => it.name === name)
    if (!column) throw new Error(`The primary key names a column "${name}" that the resource does not have`)
    return column
  })
}

export function noSuchRow(resource: Resource, segment: string): ApiError {
  return new ApiError('not_found', `No ${resource.name} has the key "${segment}".`)
}

function parsePart(column: Column, text: string): Bindable | undefined {
  const codec = codecOf(column.type)
  const value = codec.fromJson(text)
  if (value instanceof Refusal) return undefined
  // A number's other spellings: 01, -0, and 1.0 of a whole number, which only bodies may write so.
  const isOther = /^-?0\d|^-0+$/.test(text) || codec.fromText(text) instanceof Refusal
  return value instanceof NumericLiteral && isOther ? undefined : value
}

function unescapePart(part: string): string {
  return part.replace(/%(2C|25)/gi, (escaped) => (escaped === '%25' ? '%' : ','))
}
