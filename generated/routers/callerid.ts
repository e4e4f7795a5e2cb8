// @generated from cc_callerid by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { callerid } from '../resources/callerid.ts'

/** `/api/callerid/`: the rows of `cc_callerid`. */
export function calleridRouter(api: Api): Router {
  return new Router({ prefix: '/api/callerid', sensitive: true })
    .get('/', list(api, callerid))
    .post('/', create(api, callerid))
    .patch('/', updateList(api, callerid))
    .delete('/', removeList(api, callerid))
    .get('/:key', read(api, callerid))
    .put('/:key', update(api, callerid))
    .patch('/:key', update(api, callerid))
    .post('/:key', update(api, callerid))
    .delete('/:key', remove(api, callerid))
    .post('/:key/delete', remove(api, callerid))
    .delete('/:key/delete', remove(api, callerid))
}
