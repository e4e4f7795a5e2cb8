/** A client of the API that repeats what it wants done until it knows what has become of it. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from '../../scripts/demo/seed/random.ts'
import { type FinalAnswer, type Movement, requestOf } from './movement.ts'

export interface ClientOptions {
  readonly random: Random
  /** Where the API is, one for each process; any of them will do. */
  readonly urls: readonly string[]
  readonly authorization: string
  /** Whether the key goes with every attempt. Without one, a repetition is a new request. */
  readonly isKeyed: boolean
  /** The next thing to do; undefined ends the client. */
  readonly next: () => Movement | undefined
  /** Aborts what is not known by then. */
  readonly giveUp: AbortSignal
}

/** A server that is silent for longer has been cut off. */
const ANSWER_MS = 12_000

/** Servers ask for seconds, which is polite, and would leave these tests with nothing to do. */
const LONGEST_WAIT_MS = 250

/** Where nothing stands in the header. */
const WAIT_MS = 40

export async function runClient(options: ClientOptions): Promise<void> {
  for (let movement = options.next(); movement !== undefined; movement = options.next()) {
    while (movement.answer === undefined && !options.giveUp.aborted) {
      const { answer, waitMs } = await attempt(movement, options)
      if (answer) movement.answer = answer
      else await delay(waitMs * (0.5 + options.random.fraction()))
    }
  }
}

/** An answer that is final, or the time to wait before the next attempt. */
interface Attempt {
  readonly answer?: FinalAnswer
  readonly waitMs: number
}

/** Sends the movement, or asks what has become of it: a client that was cut off may do either. */
async function attempt(movement: Movement, options: ClientOptions): Promise<Attempt> {
  const { random, urls, authorization, isKeyed, giveUp } = options
  const { method, path, body } = requestOf(movement)
  const hasKey = isKeyed && movement.kind !== 'edit'
  const asks = hasKey && movement.attempts > 0 && random.chance(0.3)
  movement.attempts += 1
  const headers = {
    Authorization: authorization,
    'Content-Type': 'application/json',
    ...(hasKey && { 'Idempotency-Key': movement.key }),
  }
  let response: Response
  let text: string
  try {
    const signal = AbortSignal.any([giveUp, AbortSignal.timeout(ANSWER_MS)])
    const sent = asks ? { method: 'GET' } : { method, body }
    response = await fetch(random.pick(urls) + path, { ...sent, headers, signal })
    text = await response.text()
  } catch {
    // Refused, cut off, or half an answer: the client cannot tell whether it was done.
    return { waitMs: WAIT_MS }
  }
  const { status } = response
  // Nothing was done under the key, which is a reason to send it.
  const isUnknown = asks && status === 404
  if (!isUnknown && isFinal(status, text)) return { answer: { status, text }, waitMs: 0 }
  const seconds = Number(response.headers.get('Retry-After') ?? 0)
  return { waitMs: Math.min(seconds * 1000 || WAIT_MS, LONGEST_WAIT_MS) }
}

/** Everything but "try again": 503, a login that has to wait, and a key whose first request is still running. */
function isFinal(status: number, text: string): boolean {
  if (status === 409) return !text.includes('idempotency-key-in-use')
  return status !== 503 && status !== 429
}
