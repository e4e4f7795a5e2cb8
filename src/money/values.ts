/** Values of a movement -> what is bound in SQL, and the text of its answer. */
import type { Bindable } from '../db/numeric-literal.ts'
import { NumericLiteral } from '../db/numeric-literal.ts'
import { JsonNumber } from '../json-number.ts'
import type { Movement, MovementValue } from './movement.ts'

/** What the database has told so far. */
export interface Known {
  /** `2026-11-26 12:00:00` */
  readonly now: string
  /** Numbers of the log rows, in their order. */
  readonly logs: readonly string[]
  /** Decimal text. */
  readonly balance?: string
}

/** @throws Error for what is not known yet: the movement's plan is wrong */
export function bindable(value: MovementValue, known: Known): Bindable {
  if (value === null || typeof value === 'string') return value
  if ('number' in value) return new NumericLiteral(value.number)
  return value.of === 'now' ? known.now : new NumericLiteral(told(value, known))
}

/** @returns JSON, its members in the order of the movement's answer */
export function answerText({ answer }: Movement, known: Known): string {
  const entries = Object.entries(answer).map(([name, value]) => [name, jsonValue(value, known)])
  return JSON.stringify(Object.fromEntries(entries))
}

function jsonValue(value: MovementValue, known: Known): unknown {
  if (value === null || typeof value === 'string') return value
  if ('number' in value) return new JsonNumber(value.number)
  return value.of === 'now' ? known.now : new JsonNumber(told(value, known))
}

function told(
  value: { of: 'balance' } | { of: 'log'; index: number } | { of: 'now' | 'balance' },
  known: Known,
): string {
  const found = value.of === 'balance' ? known.balance : 'index' in value ? known.logs[value.index] : undefined
  if (found === undefined) throw new Error(`A movement asks for what is not known yet: ${JSON.stringify(value)}`)
  return found
}
