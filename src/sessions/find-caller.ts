/** Request -> its caller: by the `Authorization` header or, where there is none, by a session's cookie. */
import type { IncomingMessage } from 'node:http'
import type { Caller } from '../caller.ts'
import { ApiError } from '../errors.ts'
import { isCsrfTokenOf } from '../users/session-token.ts'
import { sessionTokenIn } from './cookie.ts'

export interface Authentication {
  /** Rejects with ApiError `authentication_failed`, whatever was wrong. */
  authenticate(authorization: string | undefined, address: string): Promise<Caller>
  /** The same for the token of a session. */
  authenticateSession(token: string, address: string): Promise<Caller>
}

/**
 * A browser sends the cookie along whoever made the request. So what may change something has to bring a text that pages
 * of other sites cannot know.
 *
 * @param address - of the client
 * @throws ApiError `authentication_failed`; `csrf_failed`
 */
export async function findCaller(req: IncomingMessage, address: string, by: Authentication): Promise<Caller> {
  const { authorization } = req.headers
  const token = authorization === undefined ? sessionTokenIn(req) : undefined
  if (token === undefined) return by.authenticate(authorization, address)
  const caller = await by.authenticateSession(token, address)
  if (!SAFE.has(req.method)) assertCsrf(req, token)
  return caller
}

/**
 * The same where nobody has to log in. A cookie is sent by the browser, not by who uses it: one whose session has ended is
 * no login at all.
 *
 * @returns undefined for who brings no login
 * @throws ApiError `authentication_failed` for one in the header that is wrong
 */
export async function findCallerIfAny(
  req: IncomingMessage,
  address: string,
  by: Authentication,
): Promise<Caller | undefined> {
  if (req.headers.authorization !== undefined) return findCaller(req, address, by)
  if (sessionTokenIn(req) === undefined) return undefined
  return findCaller(req, address, by).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'authentication_failed') return undefined
    throw error
  })
}

const SAFE: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD'])

function assertCsrf({ headers }: IncomingMessage, token: string): void {
  const given = headers['x-csrf-token']
  if (isCsrfTokenOf(token, given === undefined ? undefined : String(given))) return
  throw new ApiError(
    'csrf_failed',
    'A request that comes with a session and may change something needs the header X-CSRF-Token, with the "csrf" that ' +
      'GET /api/session/ answers. Nothing was changed.',
  )
}
