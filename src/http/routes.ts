/**
 * Path -> the router that answers it, by one look-up whatever the number of resources.
 *
 * Trying a hundred routers in turn would cost more than the request itself. So each is filed under the first two
 * segments of its paths, `/api/card` or `/custom_api/refill`, and its routes are made ready once, when it is mounted;
 * what their paths match and hold is asked of @koa/router's own layers.
 */
import type { Router } from '@koa/router'
import type { Context, Middleware } from 'koa'
import { type Guarded, LOGIN, may, OPEN } from '../access.ts'
import { ApiError } from '../errors.ts'
import type { ReadBody } from './body.ts'
import type { Caller } from '../caller.ts'
import type { FairShare } from './fair-share.ts'
import { refuseIdempotencyKey } from './idempotency-key.ts'
import { refuseIfMatch, refuseIfNoneMatch } from './if-match.ts'
import { refuseOtherSites } from './other-sites.ts'

/** Routers by {@link mountKey}. */
export type Mounts = ReadonlyMap<string, Mount>

export interface Mount {
  readonly router: Router
  readonly routes: readonly Route[]
  /** Why it does less than others, for those who ask it for more. */
  readonly reason?: string
}

type Layer = Router['stack'][number]

interface Route {
  readonly layer: Layer
  /** Undefined: nobody may use it. */
  readonly permission: string | undefined
  readonly takesIdempotencyKey: boolean
  readonly takesIfMatch: boolean
  readonly takesTurns: boolean
  readonly readsBody: boolean
  answer(ctx: Context): Promise<unknown>
}

type Handler = ((ctx: Context, next: () => Promise<void>) => unknown) &
  Partial<Guarded<object> & TakesIdempotencyKey & TakesIfMatch & TakesTurns & ReadsBody>

export function mountOf(router: Router, reason?: string): Mount {
  const routes = router.stack.map((layer): Route => {
    const [handler, ...others] = layer.stack as Handler[]
    if (!handler || others.length > 0) throw new Error(`The route ${String(layer.path)} must have one handler`)
    return {
      layer,
      permission: handler.permission,
      takesIdempotencyKey: handler.takesIdempotencyKey ?? false,
      takesIfMatch: handler.takesIfMatch ?? false,
      takesTurns: handler.takesTurns ?? false,
      readsBody: handler.readsBody ?? false,
      async answer(ctx) {
        const { path } = ctx
        ctx['params'] = layer.params(path, layer.captures(path))
        await handler(ctx, async () => {
          throw new Error(`The route ${String(layer.path)} left its request to another`)
        })
      },
    }
  })
  return { router, routes, ...(reason !== undefined && { reason }) }
}

/** First two segments of a path: `/api/card/7/delete/` is filed under `/api/card`. */
export function mountKey(path: string): string {
  const second = path.indexOf('/', 1)
  const third = second === -1 ? -1 : path.indexOf('/', second + 1)
  return third === -1 ? path : path.slice(0, third)
}

/** Answers from the route in charge, in the caller's turn, after reading the body of the methods that have one. */
export function dispatch(mounts: Mounts, readBody: ReadBody, inTurn: FairShare): Middleware {
  return async (ctx) => {
    const { path, method } = ctx
    const mount = mounts.get(mountKey(path))
    if (mount === undefined) throw notFound(path)
    const matching = mount.routes.filter(({ layer }) => layer.methods.includes(method) && layer.match(path))
    const [route] = matching
    if (!route) throw refusal(mount, path)
    const caller: Caller | undefined = ctx.state.caller
    // Before anything else that the request asks for: from who may not do this, nothing is looked at.
    for (const each of matching) authorize(caller, each)
    if (!READ_METHODS.has(method)) {
      refuseOtherSites(ctx.req)
      if (!matching.some(({ takesIdempotencyKey }) => takesIdempotencyKey)) refuseIdempotencyKey(ctx.req)
      if (!matching.some(({ takesIfMatch }) => takesIfMatch)) refuseIfMatch(ctx.req)
      refuseIfNoneMatch(ctx.req)
      if (method !== 'DELETE' && !route.readsBody) await readBody(ctx)
    }
    // Who is nobody yet takes nobody's turn.
    if (caller === undefined) return route.answer(ctx)
    const { id } = caller
    if (!route.takesTurns) return inTurn(id, () => route.answer(ctx))
    ctx.state.inTurn = turnOf(inTurn, id)
    return route.answer(ctx)
  }
}

/**
 * Apart from the request: V8 makes a function that is written where a property is assigned among its old objects, where it
 * would keep the request, with its answer, until they are all collected.
 */
function turnOf(inTurn: FairShare, callerId: number) {
  return <T>(work: () => Promise<T>): Promise<T> => inTurn(callerId, work)
}

/** Whether the address answers this method without a login. */
export function isOpen({ routes }: Mount, method: string, path: string): boolean {
  return routes.some(
    ({ permission, layer }) => permission === OPEN && layer.methods.includes(method) && layer.match(path),
  )
}

/** @throws ApiError `forbidden`; Error for a route that says no permission: nobody may use it */
function authorize(caller: Caller | undefined, { layer, permission }: Route): void {
  if (permission === undefined) throw new Error(`The route ${String(layer.path)} names no permission`)
  if (permission === OPEN) return
  if (caller === undefined) throw new Error(`The route ${String(layer.path)} is asked for without a login`)
  if (permission === LOGIN || may(caller.access, permission)) return
  throw new ApiError('forbidden', `This needs the permission "${permission}".`)
}

const READ_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** A route's middleware that keeps what `Idempotency-Key` asks for. */
export interface TakesIdempotencyKey {
  readonly takesIdempotencyKey: true
}

/** A route's middleware that writes to a row only while it is what `If-Match` says. */
export interface TakesIfMatch {
  readonly takesIfMatch: true
}

/** A route's middleware that itself waits for the caller's turn, `ctx.state.inTurn`, where it sends a query of its own. */
export interface TakesTurns {
  readonly takesTurns: true
}

/** A route's middleware that reads the body itself: no JSON, and maybe large. */
export interface ReadsBody {
  readonly readsBody: true
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
