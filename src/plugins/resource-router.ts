/** A plugin's resource -> its router: the same handlers as a generated one has. */
import { Router, type RouterMiddleware } from '@koa/router'
import type { Api } from '../resources/api.ts'
import { create, type Handler, list, read, remove, update } from '../resources/handlers.ts'
import type { PluginResource } from './plugin.ts'

export function resourceRouter(api: Api, resource: PluginResource): Router {
  const { name, primaryKey, readOnly, permission } = resource
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
  return router
    .post('/', named(create(api, resource)))
    .put('/:key', change)
    .patch('/:key', change)
    .post('/:key', change)
    .delete('/:key', leave)
    .post('/:key/delete', leave)
    .delete('/:key/delete', leave)
}
