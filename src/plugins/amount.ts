/** Amounts of money: from a body to SQL as decimal text, never through a double. */
import { may } from '../access.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Column, Resource } from '../resources/resource.ts'
import type { PropertySchema } from './plugin.ts'

/**
 * Not zero, at most ten digits and five decimals, needless zeros aside: what A2Billing's `decimal(15,5)` holds. Below
 * zero it needs a permission of its own.
 */
export const AMOUNT: PropertySchema = {
  type: ['number', 'string'],
  pattern: String.raw`^-?(?=.*[1-9])0*\d{1,10}(\.\d{1,5}0*)?$`,
  description:
    'an amount above zero, of at most 10 digits and 5 decimals (needless zeros do not count), such as 5 or "5.25"; ' +
    'below zero only with the permission money:negative',
  examples: [5, '5.25'],
}

/**
 * @param text - matches {@link AMOUNT}
 * @returns with five decimals and no needless zero before the point: `5` is `5.00000`
 */
export function fiveDecimals(text: string): string {
  const [whole = '', decimals = ''] = text.split('.')
  return `${whole.replace(/^(-?)0+(?=\d)/, '$1')}.${decimals.slice(0, 5).padEnd(5, '0')}`
}

/** @param text - decimal text */
export function negated(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}

/**
 * @param amount - decimal text
 * @param field - of the body, for the error
 * @throws {@link ApiError} `forbidden` for an amount below zero, which turns a refill or charge around
 */
export function assertMayBeNegative({ caller }: Origin, amount: string, field: string): void {
  if (!amount.startsWith('-') || may(caller.access, NEGATIVE)) return
  throw new ApiError('forbidden', `${field}: an amount below zero needs the permission "${NEGATIVE}".`, {
    errors: [{ pointer: `/${field}`, detail: 'must be above zero' }],
  })
}

const NEGATIVE = 'money:negative'

/**
 * Refuses an amount that a column would round: a FLOAT keeps six digits, and a movement that is booked with another
 * amount than the balance moves by can never be reconciled.
 *
 * @param field - of the body, for the error
 * @throws {@link ApiError} `invalid_value`
 */
export function assertStorable(resource: Resource, columnName: string, amount: string, field: string): void {
  const column = resource.columns.find(({ name }) => name === columnName)
  const reason = column && roundingOf(column, amount)
  if (!reason) return
  throw new ApiError('invalid_value', `${field} cannot be stored exactly: ${resource.table}.${columnName} ${reason}.`, {
    errors: [{ pointer: `/${field}`, detail: reason }],
  })
}

const FLOAT_DIGITS = { float: 6, double: 15 } as const

function roundingOf({ type }: Column, amount: string): string | undefined {
  const [whole = '', decimals = ''] = amount.replace(/^-/, '').replace(/0+$/, '').split('.')
  if (type.kind === 'float' || type.kind === 'double') {
    const digits = `${whole}${decimals}`.replace(/^0+/, '').replace(/0+$/, '')
    return digits.length > FLOAT_DIGITS[type.kind] ? `keeps ${FLOAT_DIGITS[type.kind]} significant digits` : undefined
  }
  if (type.kind !== 'decimal') return undefined
  if (decimals.length > type.scale) return `keeps ${type.scale} decimals`
  return whole.length > type.precision - type.scale
    ? `keeps ${type.precision - type.scale} digits before the point`
    : undefined
}
