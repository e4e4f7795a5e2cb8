// @generated from cc_server_manager by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { serverManager } from '../resources/servermanager.ts'

/** `/api/servermanager/`: the rows of `cc_server_manager`. */
export function serverManagerRouter(api: Api): Router {
  return new Router({ prefix: '/api/servermanager', sensitive: true })
    .get('/', list(api, serverManager))
    .post('/', create(api, serverManager))
    .patch('/', updateList(api, serverManager))
    .delete('/', removeList(api, serverManager))
    .get('/:key', read(api, serverManager))
    .put('/:key', update(api, serverManager))
    .patch('/:key', update(api, serverManager))
    .post('/:key', update(api, serverManager))
    .delete('/:key', remove(api, serverManager))
    .post('/:key/delete', remove(api, serverManager))
    .delete('/:key/delete', remove(api, serverManager))
}
