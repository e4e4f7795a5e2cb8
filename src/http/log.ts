/** What the server prints: one JSON line for each request, and one for each thing an operator must know. */
import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import { pathOf } from './check-request.ts'

export type { Logger } from 'pino'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * @param destination - where the lines go; standard output unless given
 * @param worker - of several processes, which one writes
 */
export function createLog(level: LogLevel, destination?: DestinationStream, worker?: number): Logger {
  return pino(
    {
      level,
      base: worker === undefined ? null : { worker },
      timestamp: isoTime(),
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error) => serializeError(error) },
    },
    destination ?? standardOutput(),
  )
}

/** Spelled once a millisecond, in which many lines may come. */
function isoTime(): () => string {
  let last = 0
  let text = ''
  return () => {
    const now = Date.now()
    if (now !== last) text = `,"time":"${new Date(now).toISOString()}"`
    last = now
    return text
  }
}

/** Bytes, PIPE_BUF of Linux. */
const BATCH = 4096

/**
 * In batches for a file or a pipe; at once for a person, who reads it between what else is printed. A batch is whole
 * lines, and no more than what a pipe takes from several processes without mixing it up.
 */
function standardOutput(): DestinationStream {
  return process.stdout.isTTY
    ? pino.destination({ dest: 1, sync: true })
    : pino.destination({ dest: 1, sync: false, minLength: BATCH - 512, maxWrite: BATCH, periodicFlush: 200 })
}

/**
 * Gives each request an id, answers it as `X-Request-Id`, and logs one line when the request is done.
 *
 * The line has the path but not the query, no header and no body: those may hold secrets.
 */
export function requestLog(log: Logger): Middleware {
  const enabled = log.isLevelEnabled('info')
  return async (ctx, next) => {
    const id = requestId(ctx.req.headers['x-request-id'])
    ctx.state.requestId = id
    ctx.res.setHeader('X-Request-Id', id)
    if (!enabled) return next()
    const start = performance.now()
    await next()
    const ms = Math.round((performance.now() - start) * 100) / 100
    log.info(
      { id, method: ctx.method, path: pathOf(ctx), status: ctx.status, ms, user: ctx.state.caller?.name },
      'request',
    )
  }
}

/** A client's own id lets it find its request in our log; one of another form could forge log lines. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID()
}

/**
 * Not all properties: the driver's errors carry the statement with its values.
 *
 * @param depth - of causes that are told: one may lead back to itself
 */
function serializeError(error: unknown, depth = 8): object | undefined {
  if (depth === 0) return undefined
  if (!(error instanceof Error)) return { message: typeof error === 'object' ? 'not an Error' : String(error) }
  const { name, message, stack, cause } = error
  return {
    type: name,
    message,
    stack,
    code: 'code' in error ? error.code : undefined,
    cause: cause === undefined ? undefined : serializeError(cause, depth - 1),
    errors: error instanceof AggregateError ? error.errors.map((one) => serializeError(one, depth - 1)) : undefined,
  }
}
