// @generated from cc_charge by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { charge } from '../resources/charge.ts'

/** `/api/charge/`: the rows of `cc_charge`. */
export function chargeRouter(api: Api): Router {
  return new Router({ prefix: '/api/charge', sensitive: true })
    .get('/', list(api, charge))
    .post('/', create(api, charge))
    .patch('/', updateList(api, charge))
    .delete('/', removeList(api, charge))
    .get('/:key', read(api, charge))
    .put('/:key', update(api, charge))
    .patch('/:key', update(api, charge))
    .post('/:key', update(api, charge))
    .delete('/:key', remove(api, charge))
    .post('/:key/delete', remove(api, charge))
    .delete('/:key/delete', remove(api, charge))
}
