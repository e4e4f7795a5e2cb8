// @generated from cc_status_log by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { statusLog } from '../resources/statuslog.ts'

/** `/api/statuslog/`: the rows of `cc_status_log`. */
export function statusLogRouter(api: Api): Router {
  return new Router({ prefix: '/api/statuslog', sensitive: true })
    .get('/', list(api, statusLog))
    .post('/', create(api, statusLog))
    .patch('/', updateList(api, statusLog))
    .delete('/', removeList(api, statusLog))
    .get('/:key', read(api, statusLog))
    .put('/:key', update(api, statusLog))
    .patch('/:key', update(api, statusLog))
    .post('/:key', update(api, statusLog))
    .delete('/:key', remove(api, statusLog))
    .post('/:key/delete', remove(api, statusLog))
    .delete('/:key/delete', remove(api, statusLog))
}
