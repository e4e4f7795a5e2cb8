// @generated from cc_logrefill by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { logrefill } from '../resources/logrefill.ts'

/** `/api/logrefill/`: the rows of `cc_logrefill`. */
export function logrefillRouter(api: Api): Router {
  return new Router({ prefix: '/api/logrefill', sensitive: true })
    .get('/', list(api, logrefill))
    .post('/', create(api, logrefill))
    .patch('/', updateList(api, logrefill))
    .delete('/', removeList(api, logrefill))
    .get('/:key', read(api, logrefill))
    .put('/:key', update(api, logrefill))
    .patch('/:key', update(api, logrefill))
    .post('/:key', update(api, logrefill))
    .delete('/:key', remove(api, logrefill))
    .post('/:key/delete', remove(api, logrefill))
    .delete('/:key/delete', remove(api, logrefill))
}
