// @generated from cc_did by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { did } from '../resources/did.ts'

/** `/api/did/`: the rows of `cc_did`. */
export function didRouter(api: Api): Router {
  return new Router({ prefix: '/api/did', sensitive: true })
    .get('/', list(api, did))
    .post('/', create(api, did))
    .patch('/', updateList(api, did))
    .delete('/', removeList(api, did))
    .get('/:key', read(api, did))
    .put('/:key', update(api, did))
    .patch('/:key', update(api, did))
    .post('/:key', update(api, did))
    .delete('/:key', remove(api, did))
    .post('/:key/delete', remove(api, did))
    .delete('/:key/delete', remove(api, did))
}
