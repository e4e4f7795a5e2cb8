/** One thing that a client wants done, and what it has been told about it. */
import { toDecimal } from './units.ts'

export type Movement = Money | Edit

interface Told {
  readonly card: string
  /** Sent with every attempt, where clients have keys. */
  readonly key: string
  /** Requests sent for it. */
  attempts: number
  /** What the client was told in the end; undefined while it does not know. */
  answer?: FinalAnswer
}

export interface Money extends Told {
  readonly kind: 'refill' | 'charge'
  /** Above zero, in units of 0.00001; comes once per card and kind. */
  readonly units: bigint
}

/** A change of a column that has nothing to do with money, and that nobody else changes. */
export interface Edit extends Told {
  readonly kind: 'edit'
  readonly column: string
  readonly value: string
}

export interface FinalAnswer {
  readonly status: number
  readonly text: string
}

export interface ApiRequest {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body: string
}

export function requestOf(movement: Movement): ApiRequest {
  switch (movement.kind) {
    case 'refill':
      return { method: 'POST', path: `/custom_api/refill/${movement.card}`, body: amount('credit', movement) }
    case 'charge':
      return { method: 'POST', path: `/custom_api/extra_charge/${movement.card}`, body: amount('amount', movement) }
    case 'edit':
      return {
        method: 'PUT',
        path: `/api/card/${movement.card}/`,
        body: JSON.stringify({ [movement.column]: movement.value }),
      }
  }
}

function amount(field: string, { units }: Money): string {
  return `{"${field}":${toDecimal(units)}}`
}

export function isMoney(movement: Movement): movement is Money {
  return movement.kind !== 'edit'
}

export function isAcknowledged({ answer }: Movement): boolean {
  return answer?.status === 200
}

/** The client was told that a crash interrupted it, and that a person has to look: on MyISAM the most that can be promised. */
export function isReported({ answer }: Movement): boolean {
  return answer?.status === 409 && answer.text.includes('movement-interrupted')
}

/** What a movement does to the balance of its card, in units. */
export function effectOf({ kind, units }: Money): bigint {
  return kind === 'refill' ? units : -units
}
