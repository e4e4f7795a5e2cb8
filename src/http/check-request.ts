/** What can be wrong with a request whatever it asks for: its address, and headers that must not be passed over. */
import type { Context } from 'koa'
import { ApiError } from '../errors.ts'

/** Such a client may send more, or less, than the request that can be read here. */
const CLOSE = { Connection: 'close' }

/** @throws {@link ApiError} `malformed_url`, `malformed_request` or `expectation_failed` */
export function checkRequest(ctx: Context): void {
  if (pathOf(ctx) === undefined)
    throw new ApiError('malformed_url', 'The request does not name an address of a server.')
  if (ctx.url.includes('%')) checkPercentEncoding(ctx.url)
  const { host, expect } = ctx.req.headers
  if (host === undefined && ctx.req.httpVersion === '1.1') {
    const detail = 'The request has no header Host, which HTTP/1.1 asks for.'
    throw new ApiError('malformed_request', detail, { headers: CLOSE })
  }
  if (expect !== undefined && !/(^|\W)100-continue($|\W)/i.test(expect)) {
    throw new ApiError('expectation_failed', 'The header Expect may only say "100-continue".', { headers: CLOSE })
  }
}

/**
 * @returns undefined for a target that has no path, such as `http://`, where Koa's own `path` is null or throws
 */
export function pathOf(ctx: Context): string | undefined {
  const { url } = ctx
  if (!url.startsWith('/') && url !== '*' && !URL.canParse(url)) return undefined
  try {
    return ctx.path ?? undefined
  } catch {
    return undefined
  }
}

function checkPercentEncoding(url: string): void {
  try {
    decodeURIComponent(url)
  } catch (cause) {
    const detail = 'The address has a % that no two hexadecimal digits of UTF-8 follow.'
    throw new ApiError('malformed_url', detail, { cause })
  }
}
