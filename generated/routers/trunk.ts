// @generated from cc_trunk by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { trunk } from '../resources/trunk.ts'

/** `/api/trunk/`: the rows of `cc_trunk`. */
export function trunkRouter(api: Api): Router {
  return new Router({ prefix: '/api/trunk', sensitive: true })
    .get('/', list(api, trunk))
    .post('/', create(api, trunk))
    .patch('/', updateList(api, trunk))
    .delete('/', removeList(api, trunk))
    .get('/:key', read(api, trunk))
    .put('/:key', update(api, trunk))
    .patch('/:key', update(api, trunk))
    .post('/:key', update(api, trunk))
    .delete('/:key', remove(api, trunk))
    .post('/:key/delete', remove(api, trunk))
    .delete('/:key/delete', remove(api, trunk))
}
