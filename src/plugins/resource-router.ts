/** A plugin's resource -> its router: the same handlers as a generated one has. */
import { Router, type RouterMiddleware } from '@koa/router'
import type { Api } from '../resources/api.ts'
import { create, type Handler, list, read, remove, removeList, update, updateList } from '../resources/handlers.ts'
import type { HostedPlugin } from './host.ts'
import type { PluginResource } from './plugin.ts'

/** What answers under the address of a plugin's resource. */
export interface OwnRouter {
  /** Name of the plugin. */
  readonly owner: string
  readonly router: Router
  /** Why nobody may write to it, or make rows of it. */
  readonly reason?: string
}

/** By the beginning of their addresses, `/api/<name>`. */
export function resourceRouters(api: Api, plugins: readonly HostedPlugin[]): Map<string, OwnRouter> {
  return new Map(
    plugins.flatMap(({ plugin: { name: owner, resources = [] } }) =>
      resources.map((resource): [string, OwnRouter] => {
        const { name, readOnly, refusals } = resource
        const reason = readOnly ?? refusals?.create
        return [
          `/api/${name}`,
          { owner, router: resourceRouter(api, resource), ...(reason !== undefined && { reason }) },
        ]
      }),
    ),
  )
}

export function resourceRouter(api: Api, resource: PluginResource): Router {
  const { name, primaryKey, readOnly, refusals, permission } = resource
  const named = (handler: Handler): RouterMiddleware =>
    permission === undefined
      ? handler
      : Object.assign((...request: Parameters<Handler>) => handler(...request), handler, { permission })
  const router = new Router({ prefix: `/api/${name}`, sensitive: true }).get(
    '/',
    named(list(api, resource, permission)),
  )
  if (primaryKey.length === 0) return router
  router.get('/:key', named(read(api, resource)))
  if (readOnly !== undefined) return router
  const change = named(update(api, resource))
  const leave = named(remove(api, resource))
  if (refusals?.create === undefined) router.post('/', named(create(api, resource, permission)))
  return router
    .patch('/', named(updateList(api, resource, permission)))
    .delete('/', named(removeList(api, resource, permission)))
    .put('/:key', change)
    .patch('/:key', change)
    .post('/:key', change)
    .delete('/:key', leave)
    .post('/:key/delete', leave)
    .delete('/:key/delete', leave)
}
