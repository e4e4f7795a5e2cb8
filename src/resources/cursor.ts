/**
 * `cursor=`: where a list goes on, as the values that its order has in the last row shown.
 *
 * A page costs the same however deep it lies, because an index leads to those values; so cursors are offered only in
 * orders that an index holds. Rows that are added or removed meanwhile neither repeat others nor hide them.
 */
import type { Bindable } from '../db/numeric-literal.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { digest } from '../digest.ts'
import { ApiError } from '../errors.ts'
import type { OrderValue } from './behind.ts'
import { Refusal } from './codecs/codec.ts'
import { isZeroDate } from './codecs/temporal.ts'
import { codecOf } from './column-codec.ts'
import type { Condition } from './filters.ts'
import { fixedBefore } from './index-order.ts'
import type { OrderTerm } from './ordering.ts'
import type { Column, Resource } from './resource.ts'

export interface Cursor {
  /** Of the list that it belongs to: its rows and their order. */
  readonly list: string
  /** Filters that fix columns with which the index begins, before those of the order. */
  readonly fixed: readonly Condition[]
  /** What the order's terms are compared with; absent at the first row. */
  readonly after?: readonly Bindable[]
}

/**
 * @param text - of the parameter; empty to begin
 * @param search - what else says which rows the list has
 * @throws ApiError `invalid_parameter` where no index carries the order, or the cursor is of another list
 */
export function parseCursor(
  resource: Resource,
  text: string,
  ordering: readonly OrderTerm[],
  conditions: readonly Condition[],
  search: readonly string[] = [],
): Cursor {
  const fixed = fixedBefore(resource, ordering, conditions)
  const list = digest([
    resource.name,
    conditions.map(({ id, isNegated, tests }) => JSON.stringify([id, isNegated, tests])).toSorted(),
    ordering.map(({ column, isDescending }) => [column.name, isDescending]),
    ...search,
  ])
  if (text === '') return { list, fixed }
  const [wanted, ...values] = decode(text)
  const after = ordering.map(({ column }, index) => operand(column, values[index])).filter((it) => it !== undefined)
  if (wanted !== list || after.length !== ordering.length || values.length !== ordering.length) {
    const detail = 'The cursor is not of this list. Repeat its filters and ordering, or begin with an empty cursor.'
    throw new ApiError('invalid_parameter', detail, { errors: [{ parameter: 'cursor', detail }] })
  }
  return { list, fixed, after }
}

/** @param after - the values of the last row that was shown, in the order's terms */
export function writeCursor({ list }: Cursor, after: readonly OrderValue[]): string {
  return Buffer.from(JSON.stringify([list, ...after])).toString('base64url')
}

function decode(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** MySQL keeps a month or day of zero where its mode lets it, and sorts them first. */
const PARTLY_ZERO = /^\d{4}-(00-\d\d|\d\d-00)( \d\d:\d\d:\d\d(\.\d{1,6})?)?$/
const SECONDS = /^\d{1,10}(\.\d{1,6})?$/

/** @returns what to compare the column with; undefined for what was never in it */
function operand({ type, nullable }: Column, value: unknown): Bindable | undefined {
  if (value === null && nullable) return null
  if (typeof value !== 'string') return undefined
  if (type.kind === 'timestamp') return SECONDS.test(value) ? new NumericLiteral(value) : undefined
  const { zeroDate, fromText } = codecOf(type)
  if (zeroDate !== undefined && isZeroDate(value)) return zeroDate
  if (zeroDate !== undefined && PARTLY_ZERO.test(value)) return value
  const bound = fromText(value)
  return bound instanceof Refusal ? undefined : bound
}
