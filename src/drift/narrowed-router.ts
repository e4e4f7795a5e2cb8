/**
 * The routes of a resource that drift has taken something from: as the generated ones, with a refusal that says why
 * where the generated ones would fail. A test compares the two where nothing was lost.
 */
import { Router } from '@koa/router'
import { guarded, LOGIN } from '../access.ts'
import { ApiError } from '../errors.ts'
import type { Api } from '../resources/api.ts'
import { create, type Handler, list, read, remove, removeList, update, updateList } from '../resources/handlers.ts'
import type { Resource } from '../resources/resource.ts'

export function narrowedRouter(resource: Resource): (api: Api) => Router {
  const { refusals = {} } = resource
  return (api) => {
    const router = new Router({ prefix: `/api/${resource.name}`, sensitive: true })
    router.get('/', list(api, resource))
    if (refusals.row !== undefined) {
      if (refusals.create !== undefined) router.post('/', refuse(refusals.create, 'GET, HEAD, OPTIONS'))
      router.register('/', ['PATCH', 'DELETE'], refuse(refusals.row, 'GET, HEAD, OPTIONS'))
      router.register('/:key{/delete}', ALL, refuse(refusals.row, 'OPTIONS'))
      return router
    }
    if (resource.primaryKey.length > 0) router.get('/:key', read(api, resource))
    if (resource.primaryKey.length === 0 || resource.readOnly !== undefined) return router
    const creates = refusals.create
      ? refuse(refusals.create, 'DELETE, GET, HEAD, OPTIONS, PATCH')
      : create(api, resource)
    const removes = refusals.remove
      ? refuse(refusals.remove, 'GET, HEAD, OPTIONS, PATCH, POST, PUT')
      : remove(api, resource)
    const removesList = refusals.remove
      ? refuse(refusals.remove, 'GET, HEAD, OPTIONS, PATCH, POST')
      : removeList(api, resource)
    return router
      .post('/', creates)
      .patch('/', updateList(api, resource))
      .delete('/', removesList)
      .put('/:key', update(api, resource))
      .patch('/:key', update(api, resource))
      .post('/:key', update(api, resource))
      .delete('/:key', removes)
      .post('/:key/delete', removes)
      .delete('/:key/delete', removes)
  }
}

const ALL = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE']

function refuse(detail: string, allow: string): Handler {
  return guarded(LOGIN, () => {
    throw new ApiError('method_not_allowed', detail, { headers: { Allow: allow } })
  })
}
