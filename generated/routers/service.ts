// @generated from cc_service by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { service } from '../resources/service.ts'

/** `/api/service/`: the rows of `cc_service`. */
export function serviceRouter(api: Api): Router {
  return new Router({ prefix: '/api/service', sensitive: true })
    .get('/', list(api, service))
    .post('/', create(api, service))
    .patch('/', updateList(api, service))
    .delete('/', removeList(api, service))
    .get('/:key', read(api, service))
    .put('/:key', update(api, service))
    .patch('/:key', update(api, service))
    .post('/:key', update(api, service))
    .delete('/:key', remove(api, service))
    .post('/:key/delete', remove(api, service))
    .delete('/:key/delete', remove(api, service))
}
