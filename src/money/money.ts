/** What plugins may do with balances. */
import type { Session } from '../db/db.ts'
import type { Origin } from '../origin.ts'
import type { Movement } from './movement.ts'

export interface Money {
  /**
   * Moves money once: balance, log rows, ledger, audit and what is stored under the idempotency key, together or not
   * at all. On MyISAM a journal stands in for the transaction.
   *
   * @param plan - reads what it needs on this session after the card was found, on InnoDB with its row locked; it writes
   *   nothing, and may be run again
   * @throws ApiError having changed nothing, or `outcome_unknown`
   */
  move(request: MoveRequest, plan: Plan): Promise<Moved>
  /**
   * What was stored under a key.
   *
   * @throws ApiError `unknown_idempotency_key`, `idempotency_key_in_use`, `movement_interrupted`
   */
  find(request: FindRequest): Promise<Moved>
}

export type Plan = (session: Session) => Promise<Movement>

export interface MoveRequest {
  readonly origin: Origin
  /** `refill`: with the user and the key, what a key is unique in. */
  readonly operation: string
  /** Canonical digits. */
  readonly cardId: string
  /** A2Billing's names of the tables that {@link Movement.logs} go to. */
  readonly logTables: readonly string[]
  /** What was asked for, in a fixed order: two requests with one key must agree in it. */
  readonly fingerprint: readonly string[]
  readonly idempotencyKey?: string
}

/** Of what was done under a key only this is known to who asks. */
export type FindRequest = Pick<MoveRequest, 'origin' | 'operation' | 'cardId'> & { readonly idempotencyKey: string }

export interface Moved {
  /** JSON. */
  readonly answer: string
  /** It was done before, under the same key. */
  readonly isReplayed: boolean
}
