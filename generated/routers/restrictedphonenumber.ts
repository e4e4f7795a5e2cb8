// @generated from cc_restricted_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { restrictedPhonenumber } from '../resources/restrictedphonenumber.ts'

/** `/api/restrictedphonenumber/`: the rows of `cc_restricted_phonenumber`. */
export function restrictedPhonenumberRouter(api: Api): Router {
  return new Router({ prefix: '/api/restrictedphonenumber', sensitive: true })
    .get('/', list(api, restrictedPhonenumber))
    .post('/', create(api, restrictedPhonenumber))
    .patch('/', updateList(api, restrictedPhonenumber))
    .delete('/', removeList(api, restrictedPhonenumber))
    .get('/:key', read(api, restrictedPhonenumber))
    .put('/:key', update(api, restrictedPhonenumber))
    .patch('/:key', update(api, restrictedPhonenumber))
    .post('/:key', update(api, restrictedPhonenumber))
    .delete('/:key', remove(api, restrictedPhonenumber))
    .post('/:key/delete', remove(api, restrictedPhonenumber))
    .delete('/:key/delete', remove(api, restrictedPhonenumber))
}
