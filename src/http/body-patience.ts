/**
 * How long a body may take to arrive: so many seconds in all, or, for one that may be large, from one piece of it to the
 * next.
 *
 * Node knows one limit for all requests. It is set to the longest, and this holds the others to theirs.
 */
import type { IncomingMessage } from 'node:http'

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/**
 * @param seconds - in which the body has to come
 * @param onLate - called when it has not come
 */
export function limitBody(request: IncomingMessage, seconds: number, onLate: () => void): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && (length === undefined || length === '0')) return
  const timer = setTimeout(() => request.complete || onLate(), seconds * 1000)
  const stop = (): void => clearTimeout(timer)
  request.once('end', stop).once('close', stop)
  timers.set(request, timer)
}

/** For what reads a large body, whenever a piece of it has come: the time begins anew. */
export function waitOnForBody(request: IncomingMessage): void {
  timers.get(request)?.refresh()
}
