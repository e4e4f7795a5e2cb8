/**
 * Tries a transaction again when the database has rolled it back for reasons that pass: a deadlock, a lock that was not
 * released, a row that changed under a snapshot, a connection that broke.
 *
 * Trying again is safe only for work that finds out by itself that it has been done already.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { errorNumber, isLost } from './errors.ts'
import { ApiError } from '../errors.ts'

/** Milliseconds after which nothing is tried again; what is under way then has its statements' own limits. */
const PATIENCE = 5000
const MAX_ATTEMPTS = 4

/**
 * @throws what the last attempt threw, when nothing was done; `outcome_unknown` when a COMMIT was lost and the database
 *   could not be asked what became of it
 */
export async function attempting<T>(work: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE
  let lost: unknown
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (isUnknownOutcome(error)) lost = error
      // After a lost COMMIT the database is asked for as long as there is time: it may be starting again.
      const isWorthIt =
        lost !== undefined ? mayPass(error) || isUnknownOutcome(error) : mayPass(error) && attempt < MAX_ATTEMPTS
      const wait = attempt * 20 + Math.random() * 50 + (lost === undefined ? 0 : 100)
      if (!isWorthIt || performance.now() + wait > end) throw lost === undefined ? error : outcomeOf(lost, error)
      await delay(wait)
    }
  }
}

/** Whether nobody knows what became of a COMMIT. */
export function isUnknownOutcome(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'outcome_unknown'
}

/** Deadlock, lock wait, changed since the snapshot; and the server's last words on a connection that it closes. */
const PASSING: ReadonlySet<number> = new Set([1213, 1205, 1020, 1053, 1927])

/** Whether the same may succeed when it is begun anew. */
export function mayPass(error: unknown): boolean {
  return PASSING.has(errorNumber(error)) || isLost(error)
}

/** A refusal was found out by asking; anything else leaves it unknown, as does a lost attempt that still holds its key. */
function outcomeOf(lost: unknown, error: unknown): unknown {
  const isRefusal = error instanceof ApiError && error.status < 500 && error.code !== 'idempotency_key_in_use'
  return isRefusal ? error : lost
}
