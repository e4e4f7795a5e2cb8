/**
 * The cookie that holds a session's token. No script reads it, and no other site's page makes a browser send it.
 *
 * Over HTTPS its name begins with `__Host-`: browsers then take it from this very host alone, and send it nowhere else.
 */
import type { IncomingMessage } from 'node:http'
import { cameByHttps } from '../http/client-address.ts'
import { isTokenLike } from '../users/session-token.ts'

const NAME = 'a2b_session'

/** @returns undefined where the request has none that could be a token */
export function sessionTokenIn(req: IncomingMessage): string | undefined {
  const { cookie } = req.headers
  if (cookie === undefined) return undefined
  const start = `${nameFor(req)}=`
  const found = cookie.split(';').find((pair) => pair.trimStart().startsWith(start))
  const token = found?.trim().slice(start.length) ?? ''
  return isTokenLike(token) ? token : undefined
}

/**
 * It goes when the browser is closed, if not before with the session.
 *
 * @returns a value of `Set-Cookie`
 */
export function sessionCookie(req: IncomingMessage, token: string): string {
  return `${nameFor(req)}=${token}; ${attributes(req)}`
}

/** @returns a value of `Set-Cookie` after which the browser has none */
export function noSessionCookie(req: IncomingMessage): string {
  return `${nameFor(req)}=; Max-Age=0; ${attributes(req)}`
}

function nameFor(req: IncomingMessage): string {
  return cameByHttps(req) ? `__Host-${NAME}` : NAME
}

function attributes(req: IncomingMessage): string {
  return `Path=/; HttpOnly; SameSite=Strict${cameByHttps(req) ? '; Secure' : ''}`
}
