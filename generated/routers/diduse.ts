// @generated from cc_did_use by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { didUse } from '../resources/diduse.ts'

/** `/api/diduse/`: the rows of `cc_did_use`. */
export function didUseRouter(api: Api): Router {
  return new Router({ prefix: '/api/diduse', sensitive: true })
    .get('/', list(api, didUse))
    .post('/', create(api, didUse))
    .patch('/', updateList(api, didUse))
    .delete('/', removeList(api, didUse))
    .get('/:key', read(api, didUse))
    .put('/:key', update(api, didUse))
    .patch('/:key', update(api, didUse))
    .post('/:key', update(api, didUse))
    .delete('/:key', remove(api, didUse))
    .post('/:key/delete', remove(api, didUse))
    .delete('/:key/delete', remove(api, didUse))
}
