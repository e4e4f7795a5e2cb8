// @generated from cc_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { phonenumber } from '../resources/phonenumber.ts'

/** `/api/phonenumber/`: the rows of `cc_phonenumber`. */
export function phonenumberRouter(api: Api): Router {
  return new Router({ prefix: '/api/phonenumber', sensitive: true })
    .get('/', list(api, phonenumber))
    .post('/', create(api, phonenumber))
    .patch('/', updateList(api, phonenumber))
    .delete('/', removeList(api, phonenumber))
    .get('/:key', read(api, phonenumber))
    .put('/:key', update(api, phonenumber))
    .patch('/:key', update(api, phonenumber))
    .post('/:key', update(api, phonenumber))
    .delete('/:key', remove(api, phonenumber))
    .post('/:key/delete', remove(api, phonenumber))
    .delete('/:key/delete', remove(api, phonenumber))
}
