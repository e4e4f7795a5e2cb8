/**
 * Path -> the router that answers it, by one look-up whatever the number of resources.
 *
 * Trying a hundred routers in turn would cost more than the request itself. So each is filed under the first two
 * segments of its paths, `/api/card` or `/custom_api/refill`, and within it @koa/router does its work.
 */
import type { Router } from '@koa/router'
import type { Context, Middleware, Next } from 'koa'
import { type Guarded, LOGIN, may } from '../access.ts'
import { ApiError } from '../errors.ts'
import type { ReadBody } from './body.ts'
import type { Caller } from '../caller.ts'
import type { FairShare } from './fair-share.ts'
import { refuseIdempotencyKey } from './idempotency-key.ts'
import { refuseOtherSites } from './other-sites.ts'

/** Routers by {@link mountKey}. */
export type Mounts = ReadonlyMap<string, Mount>

export interface Mount {
  readonly router: Router
  /** `router.routes()`, made once. */
  readonly answer: (ctx: Context, next: Next) => Promise<unknown>
  /** Why it does less than others, for those who ask it for more. */
  readonly reason?: string
}

/** First two segments of a path: `/api/card/7/delete/` is filed under `/api/card`. */
export function mountKey(path: string): string {
  const second = path.indexOf('/', 1)
  const third = second === -1 ? -1 : path.indexOf('/', second + 1)
  return third === -1 ? path : path.slice(0, third)
}

/** Answers from the router in charge, in the caller's turn, after reading the body of the methods that have one. */
export function dispatch(mounts: Mounts, readBody: ReadBody, inTurn: FairShare): Middleware {
  return async (ctx) => {
    const mount = mounts.get(mountKey(ctx.path))
    if (mount === undefined) throw notFound(ctx.path)
    const caller: Caller = ctx.state.caller
    const unanswered = async (): Promise<never> => {
      throw refusal(mount, ctx.path)
    }
    const { route, pathAndMethod } = mount.router.match(ctx.path, ctx.method)
    if (!route) return unanswered()
    // Before anything else that the request asks for: from who may not do this, nothing is looked at.
    authorize(caller, pathAndMethod)
    if (!READ_METHODS.has(ctx.method)) {
      refuseOtherSites(ctx.req)
      if (!pathAndMethod.some(takesIdempotencyKey)) refuseIdempotencyKey(ctx.req)
      if (ctx.method !== 'DELETE') await readBody(ctx)
    }
    return inTurn(caller.id, () => mount.answer(ctx, unanswered))
  }
}

/** @throws ApiError `forbidden`; Error for a route that says no permission: nobody may use it */
function authorize({ access }: Caller, layers: Matched): void {
  for (const { stack, path } of layers) {
    const permission = stack.map((middleware) => (middleware as Partial<Guarded<object>>).permission).find(Boolean)
    if (permission === undefined) throw new Error(`The route ${String(path)} names no permission`)
    if (permission === LOGIN || may(access, permission)) continue
    throw new ApiError('forbidden', `This needs the permission "${permission}".`)
  }
}

type Matched = ReturnType<Router['match']>['pathAndMethod']

const READ_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** A route's middleware that keeps what `Idempotency-Key` asks for. */
export interface TakesIdempotencyKey {
  readonly takesIdempotencyKey: true
}

function takesIdempotencyKey({ stack }: Matched[number]): boolean {
  return stack.some((middleware) => 'takesIdempotencyKey' in middleware)
}

/** OPTIONS on an address that exists: 204 with what it allows, without a login, as the original answered. */
export function answerOptions(mounts: Mounts): Middleware {
  return (ctx, next) => {
    if (ctx.method !== 'OPTIONS') return next()
    const mount = mounts.get(mountKey(ctx.path))
    const allowed = mount === undefined ? [] : allowedMethods(mount.router, ctx.path)
    if (allowed.length === 0) return next()
    ctx.set('Allow', allowHeader(allowed))
    ctx.status = 204
    return Promise.resolve()
  }
}

function notFound(path: string, reason?: string): ApiError {
  return new ApiError('not_found', `Nothing is at ${path}.${sentence(reason)} /openapi.json lists every address.`)
}

export function methodNotAllowed(allowed: readonly string[], reason?: string): ApiError {
  const headers = { Allow: allowHeader(allowed) }
  const detail = `This address supports ${headers.Allow}.${sentence(reason)}`
  return new ApiError('method_not_allowed', detail, { headers })
}

function sentence(reason: string | undefined): string {
  return reason === undefined ? '' : ` ${reason}`
}

function refusal({ router, reason }: Mount, path: string): ApiError {
  const allowed = allowedMethods(router, path)
  return allowed.length === 0 ? notFound(path, reason) : methodNotAllowed(allowed, reason)
}

function allowedMethods(router: Router, path: string): string[] {
  return router.match(path, 'OPTIONS').path.flatMap((layer) => layer.methods)
}

function allowHeader(methods: readonly string[]): string {
  return [...new Set([...methods, 'OPTIONS'])].sort().join(', ')
}
