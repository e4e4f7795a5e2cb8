/**
 * Leaves every caller a part of the database: who asks for many slow lists at once waits for the own ones to end, and
 * the connections that are left serve the others.
 */
import { ApiError } from '../errors.ts'

/** Runs `work` in its caller's turn. @throws {@link ApiError} `database_busy` when that does not come in time */
export type FairShare = <T>(callerId: number, work: () => Promise<T>) => Promise<T>

interface Line {
  running: number
  /** Each takes over the turn of one that has ended; the first that came is first. */
  readonly waiting: Set<() => void>
}

/**
 * @param atOnce - requests of one caller that may be in work
 * @param patience - milliseconds to wait for a turn
 */
export function fairShare(atOnce: number, patience = 5000): FairShare {
  const lines = new Map<number, Line>()
  return async (callerId, work) => {
    const line = lines.get(callerId) ?? { running: 0, waiting: new Set() }
    lines.set(callerId, line)
    if (line.running < atOnce) line.running++
    else await turnIn(line, patience)
    try {
      return await work()
    } finally {
      const [next] = line.waiting
      if (next) next()
      else if (--line.running === 0) lines.delete(callerId)
    }
  }
}

function turnIn({ waiting }: Line, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      clearTimeout(timer)
      waiting.delete(begin)
      resolve()
    }
    const timer = setTimeout(() => {
      waiting.delete(begin)
      const detail = 'Too many requests of this user are waiting for the database; send fewer at once.'
      reject(new ApiError('database_busy', detail, { headers: { 'Retry-After': '1' } }))
    }, patience)
    waiting.add(begin)
  })
}
