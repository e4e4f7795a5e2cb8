// @generated from cc_prefix by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { prefix } from '../resources/prefix.ts'

/** `/api/prefix/`: the rows of `cc_prefix`. */
export function prefixRouter(api: Api): Router {
  return new Router({ prefix: '/api/prefix', sensitive: true })
    .get('/', list(api, prefix))
    .post('/', create(api, prefix))
    .patch('/', updateList(api, prefix))
    .delete('/', removeList(api, prefix))
    .get('/:key', read(api, prefix))
    .put('/:key', update(api, prefix))
    .patch('/:key', update(api, prefix))
    .post('/:key', update(api, prefix))
    .delete('/:key', remove(api, prefix))
    .post('/:key/delete', remove(api, prefix))
    .delete('/:key/delete', remove(api, prefix))
}
