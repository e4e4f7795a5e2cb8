/**
 * Plugin declarations -> routers, by the same key under which the generated ones are found.
 *
 * What cannot be served as declared is refused when the server starts, by the plugin's name.
 */
import { Router } from '@koa/router'
import type { RouterContext } from '@koa/router'
import { type Guarded, guarded } from '../access.ts'
import { mountKey } from '../http/routes.ts'
import type { Api } from '../resources/api.ts'
import { refuseParameters } from '../resources/query-string.ts'
import { StartError } from '../start-error.ts'
import { bodyCheck } from './check-body.ts'
import type { Plugin, PluginRoute } from './plugin.ts'
import { findMissing } from './requirements.ts'

/**
 * @param taken - keys that are served already, by the generated routers
 * @throws {@link StartError} naming the plugin and the route that lacks a schema or a permission, or claims what is claimed already
 */
export function pluginRouters(plugins: readonly Plugin[], api: Api, taken: ReadonlySet<string>): Map<string, Router> {
  const routers = new Map<string, Router>()
  const owners = new Map<string, string>()
  for (const plugin of plugins) {
    for (const route of plugin.routes) {
      const claim = `${route.method} ${route.path.replaceAll(/:\w+/g, ':')}`
      const problem = unservable(route, taken) ?? conflict(owners.get(claim))
      if (problem) throw new StartError(`Plugin "${plugin.name}", ${route.method} ${route.path}: ${problem}`)
      owners.set(claim, plugin.name)
      const key = mountKey(route.path)
      const router = routers.get(key) ?? new Router({ sensitive: true })
      router.register(route.path, [route.method], [answering(route, api)])
      routers.set(key, router)
    }
  }
  return routers
}

/**
 * The plugins that can work on this database, and what the others miss.
 *
 * @throws {@link StartError} naming the plugin whose requirements are malformed
 */
export function usablePlugins(plugins: readonly Plugin[], api: Api): { usable: Plugin[]; left: Map<Plugin, string[]> } {
  const left = new Map<Plugin, string[]>()
  for (const plugin of plugins) {
    const missing = findMissing(plugin, api)
    if (missing.length > 0) left.set(plugin, missing)
  }
  return { usable: plugins.filter((plugin) => !left.has(plugin)), left }
}

/** Plugins are loaded from outside, too, where no compiler has looked at them: so what the types promise is checked. */
function unservable(route: PluginRoute, taken: ReadonlySet<string>): string | undefined {
  if (!route.permission) return 'it declares no permission. Name what its caller must hold, e.g. "reports:read".'
  if (!route.response) return 'it declares no schema for its response.'
  if (TAKES_BODY.has(route.method) !== (route.body !== undefined)) {
    return TAKES_BODY.has(route.method) ? 'it declares no schema for its body.' : 'this method has no body.'
  }
  if (!/^\/[\w-]+\/[\w-]+(\/(:\w+|[\w-]+))*$/.test(route.path)) {
    return 'the path must begin with two fixed segments, as in /custom_api/refill/:card_id, without a final slash.'
  }
  if (taken.has(mountKey(route.path))) return `${mountKey(route.path)} belongs to a table.`
  return undefined
}

function conflict(owner: string | undefined): string | undefined {
  return owner === undefined ? undefined : `the plugin "${owner}" has claimed this already.`
}

const TAKES_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH'])

function answering(route: PluginRoute, api: Api): Guarded<(ctx: RouterContext) => Promise<void>> {
  const check = bodyCheck(route.body)
  return guarded(route.permission, async (ctx) => {
    refuseParameters(ctx.querystring)
    const answer = await route.handle(
      { caller: ctx.state.caller, params: ctx.params, body: check(ctx.request.body) },
      api,
    )
    ctx.set('Content-Type', 'application/json')
    ctx.body = JSON.stringify(answer)
  })
}
