/** Plugin declarations -> routers, by the same key under which the generated ones are found. */
import { Router } from '@koa/router'
import type { RouterContext } from '@koa/router'
import { type Guarded, guarded } from '../access.ts'
import { ApiError } from '../errors.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { mountKey, type TakesIdempotencyKey } from '../http/routes.ts'
import type { Moved } from '../money/money.ts'
import { refuseParameters } from '../resources/query-string.ts'
import { StartError } from '../start-error.ts'
import { bodyCheck } from './check-body.ts'
import { queryCheck } from './check-query.ts'
import { contain } from './contain.ts'
import type { HostedPlugin } from './host.ts'
import type { OwnRouter } from './resource-router.ts'
import type { Host, MoneyRoute, PluginRequest, PluginRoute } from './plugin.ts'

/**
 * @param taken - keys that are served already, by the generated routers
 * @param own - of the plugins' resources; a route under the address of the plugin's own is added to its router
 * @throws {@link StartError} naming the plugin and the route that claims an address of another
 */
export function pluginRouters(
  plugins: readonly HostedPlugin[],
  taken: ReadonlySet<string>,
  own: ReadonlyMap<string, OwnRouter> = new Map(),
): Map<string, Router> {
  const routers = new Map<string, Router>()
  for (const { plugin, hostOfRoutes: host } of plugins) {
    for (const route of plugin.routes ?? []) {
      const key = mountKey(route.path)
      const resource = own.get(key)
      const isOwn = resource?.owner === plugin.name && !resource.router.match(route.path, route.method).route
      if (taken.has(key) || (resource && !isOwn)) {
        throw new StartError(`Plugin "${plugin.name}", ${route.method} ${route.path}: ${key} belongs to a table.`)
      }
      const router = resource?.router ?? routers.get(key) ?? new Router({ sensitive: true })
      for (const { method, handler } of handlersOf(plugin.name, route, host)) {
        router.register(pathUnder(router, route.path), [method], [handler])
      }
      if (!resource) routers.set(key, router)
    }
  }
  return routers
}

/** A router puts its prefix before whatever is registered. */
function pathUnder({ opts: { prefix = '' } }: Router, path: string): string {
  return path.slice(prefix.length)
}

type AnyRoute = PluginRoute | MoneyRoute
type Handler = Guarded<(ctx: RouterContext) => Promise<void>> & Partial<TakesIdempotencyKey>

/** A route, and of one that moves money the look-up of what was done under a key. */
function handlersOf(
  plugin: string,
  route: AnyRoute,
  host: Host,
): { method: PluginRoute['method']; handler: Handler }[] {
  const call = { plugin, what: `${route.method} ${route.path}` }
  const check = bodyCheck(route.body)
  const checkQuery = queryCheck(route.parameters)
  const request = (ctx: RouterContext): PluginRequest => ({
    origin: ctx.state.origin,
    params: ctx.params,
    query: checkQuery(ctx.querystring),
    body: check(ctx.request.body),
  })
  const { idempotent: operation, permission, method } = route
  if (operation === undefined) {
    const handler = guarded(permission, async (ctx: RouterContext) => {
      const given = request(ctx)
      answer(ctx, JSON.stringify(await contain(call, () => route.handle(given, host))))
    })
    return [{ method, handler }]
  }
  const move = guarded(permission, async (ctx: RouterContext) => {
    const key = idempotencyKey(ctx.req)
    const given = { ...request(ctx), ...(key !== undefined && { idempotencyKey: key }) }
    answerMoved(ctx, await contain(call, () => route.handle(given, host)))
  })
  const find = guarded(permission, async (ctx: RouterContext) => {
    refuseParameters(ctx.querystring)
    const key = idempotencyKey(ctx.req)
    if (key === undefined) {
      throw new ApiError('missing_idempotency_key', 'Name what you look for in the header Idempotency-Key.')
    }
    const { origin } = ctx.state
    const cardId = ctx.params['card_id'] ?? ''
    answerMoved(ctx, await host.money.find({ origin, operation, cardId, idempotencyKey: key }))
  })
  return [
    { method, handler: Object.assign(move, { takesIdempotencyKey: true } as const) },
    { method: 'GET', handler: find },
  ]
}

function answerMoved(ctx: RouterContext, moved: Moved): void {
  if (moved.isReplayed) ctx.set('Idempotent-Replayed', 'true')
  answer(ctx, moved.answer)
}

function answer(ctx: RouterContext, json: string): void {
  ctx.set('Content-Type', 'application/json')
  ctx.body = json
}
