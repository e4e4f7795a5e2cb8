// @generated from cc_phonebook by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { phonebook } from '../resources/phonebook.ts'

/** `/api/phonebook/`: the rows of `cc_phonebook`. */
export function phonebookRouter(api: Api): Router {
  return new Router({ prefix: '/api/phonebook', sensitive: true })
    .get('/', list(api, phonebook))
    .post('/', create(api, phonebook))
    .patch('/', updateList(api, phonebook))
    .delete('/', removeList(api, phonebook))
    .get('/:key', read(api, phonebook))
    .put('/:key', update(api, phonebook))
    .patch('/:key', update(api, phonebook))
    .post('/:key', update(api, phonebook))
    .delete('/:key', remove(api, phonebook))
    .post('/:key/delete', remove(api, phonebook))
    .delete('/:key/delete', remove(api, phonebook))
}
