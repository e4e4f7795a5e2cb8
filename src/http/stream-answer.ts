/**
 * Answers that are made while they are sent, at the client's pace.
 *
 * A handler leaves them as `ctx.state.streamed`, a {@link Streamed}. Headers leave with the first bytes: what fails before
 * them is answered as any error, and what fails after them breaks the connection, so that no client takes a part for the
 * whole.
 */
import type { ServerResponse } from 'node:http'
import type { Context, Middleware } from 'koa'
import type { ByteSink, Streamed } from '../streamed.ts'
import { breakOff } from './break-off.ts'
import type { Logger } from './log.ts'

/** Bytes that wait for the client before no more are made. */
const ENOUGH = 256 * 1024

export interface StreamAnswerOptions {
  readonly log: Logger
  /** Milliseconds in which a client has to take what waits for it. */
  readonly patience?: number
}

/** Stands behind the error handler. */
export function sendStreamed({ log, patience = 60_000 }: StreamAnswerOptions): Middleware {
  return async (ctx, next) => {
    await next()
    const streamed: Streamed | undefined = ctx.state.streamed
    if (streamed === undefined) return
    const begin = (): void => writeHead(ctx, streamed)
    if (ctx.method === 'HEAD') {
      begin()
      ctx.res.end()
      return
    }
    const sink = new ResponseSink(ctx.res, begin, patience)
    try {
      const rows = await streamed.write(sink)
      if (!ctx.headerSent) begin()
      if (takesTrailers(ctx)) ctx.res.addTrailers({ [ROW_COUNT]: String(rows), ...streamed.trailers?.() })
      ctx.res.end()
    } catch (error) {
      if (!sink.signal.aborted) throw error
      ctx.respond = false
      log.info({ id: ctx.state.requestId, reason: String(sink.signal.reason.message) }, 'answer broken off')
    }
  }
}

const ROW_COUNT = 'X-Row-Count'

function writeHead(ctx: Context, { type, fileName, headers = {}, trailers }: Streamed): void {
  const { res } = ctx
  ctx.respond = false
  ctx.status = 200
  res.setHeader('Content-Type', type)
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  if (fileName !== undefined) res.setHeader('Content-Disposition', `attachment; ${parameter(fileName)}`)
  if (takesTrailers(ctx)) res.setHeader('Trailer', [ROW_COUNT, ...Object.keys(trailers?.() ?? {})].join(', '))
}

/** Names of resources may have any letters; what a header cannot hold is percent-encoded. */
function parameter(fileName: string): string {
  const encoded = encodeURIComponent(fileName)
  return encoded === fileName ? `filename="${fileName}"` : `filename*=UTF-8''${encoded.replaceAll("'", '%27')}`
}

/** HTTP 1.0 and an answer without a body have none. */
function takesTrailers({ method, req: { headers, httpVersion } }: Context): boolean {
  return method !== 'HEAD' && httpVersion === '1.1' && /\btrailers\b/i.test(String(headers.te))
}

class ResponseSink implements ByteSink {
  readonly #res: ServerResponse
  readonly #begin: () => void
  readonly #patience: number
  readonly #aborting = new AbortController()
  #taken: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  /** @param begin - sets the headers, before the first bytes leave */
  constructor(res: ServerResponse, begin: () => void, patience: number) {
    this.#res = res
    this.#begin = begin
    this.#patience = patience
    const gone = (): void => this.#abort('The client has gone away')
    res.once('close', gone).once('error', gone)
    if (res.destroyed) gone()
  }

  get signal(): AbortSignal {
    return this.#aborting.signal
  }

  write(bytes: Buffer, giveBack?: () => void): Promise<void> | undefined {
    const res = this.#res
    if (this.signal.aborted || res.destroyed) return NEVER
    if (!res.headersSent) this.#begin()
    res.write(bytes, giveBack)
    if (res.writableLength < ENOUGH) return undefined
    return (this.#taken ??= this.#untilTaken())
  }

  #untilTaken(): Promise<void> {
    return new Promise((resolve) => {
      this.#timer = setTimeout(() => {
        this.#abort(`The client has left ${this.#res.writableLength} bytes waiting for ${this.#patience} ms`)
        breakOff(this.#res)
      }, this.#patience)
      this.#res.once('drain', () => {
        clearTimeout(this.#timer)
        this.#taken = undefined
        resolve()
      })
    })
  }

  #abort(reason: string): void {
    clearTimeout(this.#timer)
    this.#aborting.abort(new Error(reason))
  }
}

const NEVER = new Promise<never>(() => undefined)
