// @generated from cc_server_group by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { serverGroup } from '../resources/servergroup.ts'

/** `/api/servergroup/`: the rows of `cc_server_group`. */
export function serverGroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/servergroup', sensitive: true })
    .get('/', list(api, serverGroup))
    .post('/', create(api, serverGroup))
    .patch('/', updateList(api, serverGroup))
    .delete('/', removeList(api, serverGroup))
    .get('/:key', read(api, serverGroup))
    .put('/:key', update(api, serverGroup))
    .patch('/:key', update(api, serverGroup))
    .post('/:key', update(api, serverGroup))
    .delete('/:key', remove(api, serverGroup))
    .post('/:key/delete', remove(api, serverGroup))
    .delete('/:key/delete', remove(api, serverGroup))
}
