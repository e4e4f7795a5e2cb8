/**
 * Request body -> `ctx.request.body`, with its numbers exact.
 *
 * JSON only: any page on the web can make a browser send forms and plain text with the credentials it remembers.
 * koa-bodyparser does the reading (size limit, inflating); the bytes are checked and parsed here.
 */
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import bodyParser from 'koa-bodyparser'
import type { Context } from 'koa'
import { ApiError } from '../errors.ts'
import { parseExactJson } from '../json-number.ts'
import { repeatedKey } from './repeated-key.ts'

/** Reads the body of one request; `ctx.request.body` stays undefined when the request has none. */
export type ReadBody = (ctx: Context) => Promise<void>

/** @param limit - bytes, after inflating */
export function bodyReader(limit: number): ReadBody {
  // `encoding: null` asks for the bytes: decoded text would no longer show what was not UTF-8.
  const options = {
    enableTypes: ['text'],
    extendTypes: { text: ['application/json'] },
    textLimit: `${limit}b`,
    encoding: null,
  }
  const read = bodyParser(options)
  return async (ctx) => {
    if (!hasBody(ctx)) return
    checkMediaType(ctx)
    try {
      await Promise.race([read(ctx, async () => {}), brokenOff(ctx.req)])
    } catch (cause) {
      throw bodyError(cause, limit)
    }
    ctx.request.body = parseBody(ctx.request.body)
  }
}

function hasBody(ctx: Context): boolean {
  const { 'content-length': length, 'transfer-encoding': transferEncoding } = ctx.req.headers
  return transferEncoding !== undefined || (length !== undefined && length !== '0')
}

function checkMediaType(ctx: Context): void {
  const type = ctx.req.headers['content-type']
  if (type === 'application/json') return
  if (type === undefined || !ctx.is('application/json')) {
    const found = type === undefined ? 'no Content-Type' : `Content-Type ${JSON.stringify(type)}`
    throw new ApiError('unsupported_media_type', `The body has ${found}; send it as "application/json".`)
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
    throw new ApiError('unsupported_media_type', `The body has charset ${JSON.stringify(charset)}; JSON is UTF-8.`)
  }
}

/** Rejects when the client goes away: the reader of a compressed body listens to the inflater, which never hears of it. */
function brokenOff(request: IncomingMessage): Promise<never> {
  return new Promise((_, reject) => request.once('error', reject))
}

function parseBody(bytes: unknown): {} | null | undefined {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return undefined
  if (!isUtf8(bytes)) throw new ApiError('malformed_json', 'The body is not UTF-8.')
  const text = bytes.toString('utf8')
  const body = parseExactJson(text)
  const repeated = repeatedKey(text)
  if (repeated === undefined) return body
  throw new ApiError('malformed_body', `The body has the key ${JSON.stringify(repeated)} twice in one object.`)
}

/** @returns what the client is told of a body that could not be read; of others, the cause itself */
export function bodyError(cause: unknown, limit: number): unknown {
  const { status, code } = cause as { status?: unknown; code?: unknown }
  if (status === 413) {
    // The rest of the body is not waited for.
    const headers = { Connection: 'close' }
    return new ApiError('body_too_large', `The body may have at most ${limit} bytes.`, { cause, headers })
  }
  if (status === 415) {
    const detail = 'The body has a Content-Encoding that is not supported; send it as it is, or as gzip, deflate or br.'
    return new ApiError('unsupported_media_type', detail, { cause })
  }
  if (status === 400 || code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new ApiError('malformed_body', 'The body ended before its Content-Length.', { cause })
  if (typeof code === 'string' && /^(Z_|ERR_|BROTLI)/.test(code)) {
    return new ApiError('malformed_body', 'The body is not what its Content-Encoding says.', { cause })
  }
  return cause
}
