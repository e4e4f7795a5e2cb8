/** `/api/session/`: signs a browser in, tells it who it is and what it may do, changes the password, and signs it out. */
import { Router } from '@koa/router'
import type { RouterMiddleware } from '@koa/router'
import { guarded, LOGIN, OPEN, permissionsOf } from '../access.ts'
import type { Caller } from '../caller.ts'
import { ApiError } from '../errors.ts'
import { clientAddress } from '../http/client-address.ts'
import { bodyCheck } from '../plugins/check-body.ts'
import { refuseParameters } from '../resources/query-string.ts'
import { csrfTokenOf } from '../users/session-token.ts'
import { noSessionCookie, sessionCookie, sessionTokenIn } from './cookie.ts'
import type { Sessions, SignedIn } from './sessions.ts'

const signInBody = bodyCheck({
  required: ['name', 'password'],
  properties: {
    name: { type: 'string', description: 'the name of a user' },
    password: { type: 'string', description: 'the password of the user' },
  },
})

const passwordBody = bodyCheck({
  required: ['current', 'new'],
  properties: {
    current: { type: 'string', description: 'the password as it is' },
    new: { type: 'string', description: 'the password as it is to be' },
  },
})

type Context = Parameters<RouterMiddleware>[0]

export function sessionRouter(sessions: Sessions): Router {
  const signIn = guarded(OPEN, async (ctx: Context) => {
    refuseParameters(ctx.querystring)
    const { name, password } = signInBody(ctx.request.body)
    const credentials = { name: String(name), password: String(password) }
    const signedIn = await sessions.signIn(credentials, clientAddress(ctx.req), sessionTokenIn(ctx.req))
    ctx.set('Set-Cookie', sessionCookie(ctx.req, signedIn.token))
    ctx.body = describe(signedIn)
  })
  const read = guarded(LOGIN, (ctx: Context) => {
    refuseParameters(ctx.querystring)
    ctx.body = describe(currentSession(ctx))
  })
  const signOut = guarded(LOGIN, async (ctx: Context) => {
    refuseParameters(ctx.querystring)
    await sessions.signOut(currentSession(ctx).token)
    ctx.set('Set-Cookie', noSessionCookie(ctx.req))
    ctx.body = { deleted: 1 }
  })
  const changePassword = guarded(LOGIN, async (ctx: Context) => {
    refuseParameters(ctx.querystring)
    currentSession(ctx)
    const { current, new: next } = passwordBody(ctx.request.body)
    const signedIn = await sessions.changePassword(ctx.state.origin, { current: String(current), next: String(next) })
    ctx.set('Set-Cookie', sessionCookie(ctx.req, signedIn.token))
    ctx.body = describe(signedIn)
  })
  return new Router({ prefix: '/api/session', sensitive: true })
    .post('/', signIn)
    .get('/', read)
    .delete('/', signOut)
    .put('/password', changePassword)
}

/** @throws ApiError `authentication_failed` for whoever is logged in by something else */
function currentSession(ctx: Context): SignedIn {
  const caller: Caller = ctx.state.caller
  const token = sessionTokenIn(ctx.req)
  if (caller.session && token !== undefined) return { token, caller }
  throw new ApiError('authentication_failed', 'This request comes with no session. Sign in by POST /api/session/.')
}

function describe({ token, caller: { id, name, access, session } }: SignedIn): object {
  return {
    user: { id, name },
    csrf: csrfTokenOf(token),
    expires_at: session?.expiresAt,
    permissions: permissionsOf(access),
  }
}
