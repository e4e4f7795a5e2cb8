// @generated from cc_support by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { support } from '../resources/support.ts'

/** `/api/support/`: the rows of `cc_support`. */
export function supportRouter(api: Api): Router {
  return new Router({ prefix: '/api/support', sensitive: true })
    .get('/', list(api, support))
    .post('/', create(api, support))
    .patch('/', updateList(api, support))
    .delete('/', removeList(api, support))
    .get('/:key', read(api, support))
    .put('/:key', update(api, support))
    .patch('/:key', update(api, support))
    .post('/:key', update(api, support))
    .delete('/:key', remove(api, support))
    .post('/:key/delete', remove(api, support))
    .delete('/:key/delete', remove(api, support))
}
