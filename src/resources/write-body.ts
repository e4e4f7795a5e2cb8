/**
 * Bodies of create and update to the columns they set, with everything that is wrong with them found at once.
 *
 * Only columns that the body names are set; on create, also those that A2Billing leaves blank, because a strict server
 * refuses to leave out a NOT NULL column without a default.
 */
import type { Bindable } from '../db/numeric-literal.ts'
import { ApiError, type FieldError } from '../errors.ts'
import { Refusal } from './codecs/codec.ts'
import { blankValue, parseBodyValue } from './column-codec.ts'
import { didYouMean } from '../nearest-name.ts'
import { incrementIn, parseIncrement } from './increment.ts'
import { type Column, fieldOf, type Resource, wholeOf } from './resource.ts'
import { keyColumns } from './row-key.ts'

export interface Assignment {
  readonly column: Column
  readonly value: Bindable
  /** The value is added to the one that is there. */
  readonly isIncrement?: true
}

/**
 * @returns in the table's own order
 * @throws ApiError `malformed_body`, `unknown_field`, `missing_field` or `invalid_value`, with every pointer
 */
export function parseCreate(resource: Resource, body: unknown): Assignment[] {
  const given = readFields(resource, body)
  for (const name of resource.primaryKey) {
    // Null asks for the next number, like leaving the key out.
    for (const [column, { value }] of given) if (column.name === name && value === null) given.delete(column)
  }
  const missing = resource.columns.filter((column) => isMissing(column, resource, given.get(column)))
  if (missing.length > 0) {
    const errors = missing.map((column) => ({ pointer: pointerTo(fieldOf(column)), detail: 'Must be given.' }))
    throw new ApiError('missing_field', `The body must give ${missing.map(fieldOf).join(', ')}.`, { errors })
  }
  const values = parseValues(given, (column, json) => {
    if (column.writable === 'never') return new Refusal(protection(column))
    const value = parseBodyValue(column, json)
    return value instanceof Refusal ? value : (unusableKey(resource, column, value) ?? value)
  })
  const { columns } = wholeOf(resource)
  for (const column of columns) {
    if (column.blank !== undefined && !values.has(column)) values.set(column, blankValue(column, column.blank))
  }
  const set = columns.filter((column) => values.has(column))
  return set.map((column) => ({ column, value: values.get(column) ?? null }))
}

/**
 * @param key - of the row in the URL: the body may repeat it but not change it
 * @throws as {@link parseCreate}
 */
export function parseUpdate(resource: Resource, body: unknown, key: readonly Bindable[]): Assignment[] {
  const given = readFields(resource, body)
  const columns = keyColumns(resource)
  const errors: FieldError[] = []
  for (const [index, column] of columns.entries()) {
    const field = given.get(column)
    given.delete(column)
    if (field && !isSameKey(parseBodyValue(column, field.value), key[index])) {
      errors.push({
        pointer: field.pointer,
        detail: 'Must be the key in the address: the key of a row does not change.',
      })
    }
  }
  const increments = new Set<Column>()
  const parse: ParseField = (column, json) => {
    if (column.writable !== undefined) return new Refusal(protection(column))
    const increment = incrementIn(column, json)
    if (!increment) return parseBodyValue(column, json)
    increments.add(column)
    return parseIncrement(resource, column, increment.by)
  }
  const values = parseValues(given, parse, errors)
  return Array.from(values, ([column, value]) =>
    increments.has(column) ? { column, value, isIncrement: true } : { column, value },
  )
}

interface GivenField {
  readonly pointer: string
  readonly value: unknown
}

function readFields(resource: Resource, body: unknown): Map<Column, GivenField> {
  if (
    typeof body !== 'object' ||
    body === null ||
    Array.isArray(body) ||
    Object.getPrototypeOf(body) !== Object.prototype
  ) {
    throw new ApiError('malformed_body', `The body must be a JSON object with the fields of ${resource.name}.`)
  }
  const byName = columnsByName(resource)
  const given = new Map<Column, GivenField>()
  const unknown: FieldError[] = []
  for (const [name, value] of Object.entries(body)) {
    const pointer = pointerTo(name)
    const column = byName.get(name)
    if (!column) {
      const writable = resource.columns.filter((it) => it.writable !== 'never')
      const suggestion = didYouMean(name, writable.map(fieldOf))
      unknown.push({ pointer, detail: `${resource.name} has no field "${name}".${suggestion}` })
    } else if (given.has(column)) {
      const detail = `"${column.name}" and "${fieldOf(column)}" are two names of one field; give one of them.`
      throw new ApiError('malformed_body', detail, { errors: [{ pointer, detail }] })
    } else given.set(column, { pointer, value })
  }
  const [first] = unknown
  if (first) throw new ApiError('unknown_field', first.detail, { errors: unknown })
  return given
}

/** By the list of columns, which all share who see the same. */
const named = new WeakMap<Resource['columns'], ReadonlyMap<string, Column>>()

/** Every column, secret ones too, under both names of a renamed one. */
export function columnsByName({ columns }: Resource): ReadonlyMap<string, Column> {
  const known = named.get(columns)
  if (known) return known
  const byName = new Map(columns.map((column) => [column.name, column]))
  for (const column of columns) byName.set(fieldOf(column), column)
  named.set(columns, byName)
  return byName
}

function isMissing(column: Column, resource: Resource, given: GivenField | undefined): boolean {
  if (given) return column.required === 'filled' && (given.value === null || given.value === '')
  if (column.required) return true
  const isKey = resource.primaryKey.includes(column.name)
  return isKey && column.blank === undefined && column.defaultSql === undefined && !isNumbered(column)
}

/** Of a key's columns: the database makes the number where none is given. It does so only for integers. */
export function isNumbered({ type, required, blank, defaultSql }: Column): boolean {
  return type.kind === 'integer' && !required && blank === undefined && defaultSql === undefined
}

/** Keys that could be stored and not be lived with. */
function unusableKey({ primaryKey }: Resource, column: Column, value: Bindable): Refusal | undefined {
  if (!primaryKey.includes(column.name) || value === null) return undefined
  const { type } = column
  if (column.counted && textOf(value) === '0') {
    return new Refusal('Must not be 0: the database would store another number, of its own making.')
  }
  if (type.kind === 'integer' && isNumbered(column) && textOf(value) === type.max) {
    return new Refusal(`Must be below ${type.max}: no number would be left for the rows after this one.`)
  }
  const address = Buffer.isBuffer(value) ? value.toString('base64') : textOf(value)
  return primaryKey.length === 1 && ['', '.', '..'].includes(address)
    ? new Refusal('Must not be empty, "." or "..": the row would have no address.')
    : undefined
}

type ParseField = (column: Column, json: unknown) => Bindable | Refusal

function parseValues(
  given: ReadonlyMap<Column, GivenField>,
  parse: ParseField,
  errors: FieldError[] = [],
): Map<Column, Bindable> {
  const values = new Map<Column, Bindable>()
  for (const [column, { pointer, value: json }] of given) {
    const value = parse(column, json)
    if (value instanceof Refusal) errors.push({ pointer, detail: value.detail })
    else values.set(column, value)
  }
  const [first] = errors
  if (first) throw new ApiError('invalid_value', `${first.pointer?.slice(1)}: ${first.detail}`, { errors })
  return values
}

function protection({ writable, hint }: Column): string {
  const rule = writable === 'never' ? 'Cannot be written.' : 'Cannot be changed here once the row exists.'
  return hint ? `${rule} ${hint}` : rule
}

function isSameKey(value: Bindable | Refusal, key: Bindable | undefined): boolean {
  if (value instanceof Refusal || value === null || key === null || key === undefined) return false
  return Buffer.isBuffer(value) ? Buffer.isBuffer(key) && value.equals(key) : textOf(value) === textOf(key)
}

function textOf(value: Exclude<Bindable, null>): string {
  return typeof value === 'object' && 'text' in value ? value.text : String(value)
}

/** JSON Pointer (RFC 6901) to a member of the body. */
function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
