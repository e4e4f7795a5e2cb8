/** Trying again: what may pass by itself, after the time that the server asks for. */
import { ProblemError, UnexpectedAnswerError } from './problem.ts'

export interface Retry {
  /** In all, the first one included: 5 unless given. */
  readonly attempts?: number
  /** Waits that many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

const PASSING = new Set([429, 502, 503, 504])

/** Whether the same request may do better in a while: no answer came, the server is busy, or the same key is in work. */
export function mayPass(error: unknown): boolean {
  if (error instanceof ProblemError) return PASSING.has(error.status) || error.code === 'idempotency_key_in_use'
  if (error instanceof UnexpectedAnswerError) return PASSING.has(error.status)
  // fetch has no other word for a connection that broke.
  return error instanceof TypeError
}

/** @throws what the last attempt threw, or the first that no further one would change */
export async function retrying<T>(work: () => Promise<T>, retry: Retry = {}): Promise<T> {
  const { attempts = 5, wait = sleep } = retry
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !mayPass(error)) throw error
      const asked = (error as Partial<ProblemError>).retryAfter
      await wait(asked === undefined ? 250 * 2 ** (attempt - 1) : asked * 1000)
    }
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
