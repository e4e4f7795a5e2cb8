// @generated from cc_didgroup by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { didgroup } from '../resources/didgroup.ts'

/** `/api/didgroup/`: the rows of `cc_didgroup`. */
export function didgroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/didgroup', sensitive: true })
    .get('/', list(api, didgroup))
    .post('/', create(api, didgroup))
    .patch('/', updateList(api, didgroup))
    .delete('/', removeList(api, didgroup))
    .get('/:key', read(api, didgroup))
    .put('/:key', update(api, didgroup))
    .patch('/:key', update(api, didgroup))
    .post('/:key', update(api, didgroup))
    .delete('/:key', remove(api, didgroup))
    .post('/:key/delete', remove(api, didgroup))
    .delete('/:key/delete', remove(api, didgroup))
}
