/** Keeps one address, or one name that is being guessed at, from taking the whole queue of logins. */
import { ApiError } from '../errors.ts'

/**
 * Counts only what is under way, so nothing stays refused once it has ended, and nothing is kept.
 *
 * @param limit - pieces of work under one key at a time
 * @param which - completes "Too many logins …" in the error, e.g. `from this address`
 * @returns runs the work; throws {@link ApiError} `too_many_attempts` when the limit is reached
 */
export function quota(limit: number, which: string): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, number>()
  return async (key, work) => {
    const count = underWay.get(key) ?? 0
    if (count >= limit) throw tooManyLogins(which)
    underWay.set(key, count + 1)
    try {
      return await work()
    } finally {
      const left = (underWay.get(key) ?? 0) - 1
      if (left > 0) underWay.set(key, left)
      else underWay.delete(key)
    }
  }
}

/** @param which - e.g. `from this address`; left out, it is all of them */
export function tooManyLogins(which?: string): ApiError {
  const logins = which === undefined ? 'logins' : `logins ${which}`
  return new ApiError('too_many_attempts', `Too many ${logins} are being checked; try again in two seconds.`, {
    headers: { 'Retry-After': '2' },
  })
}
