/** `/health/live` and `/health/ready`, for process supervisors and load balancers: no login, and cheap. */
import type { Page } from './pages.ts'

export type Readiness = 'ready' | 'draining' | 'unavailable'

/** Counts only: no name of a table or column, because nobody has logged in. */
export interface SchemaVerdict {
  readonly status: 'equal' | 'additive' | 'breaking'
  /** Changes that take something from clients. */
  readonly breaking: number
  readonly additive: number
}

/**
 * @param readiness - whether requests can be served now; asked at each request, so it caches what is slow
 * @param schema - of the database, as it was found at the start
 */
export function healthPages(readiness: () => Promise<Readiness>, schema: SchemaVerdict): [path: string, page: Page][] {
  return [
    ['/health/live', { type: 'application/json', answer: async () => [200, '{"status":"live"}'] }],
    [
      '/health/ready',
      {
        type: 'application/json',
        answer: async () => {
          const status = await readiness()
          return [status === 'ready' ? 200 : 503, JSON.stringify({ status, schema })]
        },
      },
    ],
  ]
}

/**
 * Asks `ping` at most once a second, so that health checks cannot load the database.
 *
 * @param ping - rejects when the database cannot serve
 * @param isDraining - true once the server is stopping
 * @param deadline - milliseconds after which a silent database counts as unavailable
 */
export function createReadiness(
  ping: () => Promise<void>,
  isDraining: () => boolean,
  deadline = 2000,
): () => Promise<Readiness> {
  let asked = -Infinity
  let answer: Promise<Readiness> = Promise.resolve('unavailable')
  return async () => {
    if (isDraining()) return 'draining'
    if (performance.now() - asked >= 1000) {
      asked = performance.now()
      answer = within(deadline, ping()).then(
        () => 'ready',
        () => 'unavailable',
      )
    }
    return answer
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ms} ms`)), ms)
  try {
    await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
