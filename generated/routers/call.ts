// @generated from cc_call by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { call } from '../resources/call.ts'

/** `/api/call/`: the rows of `cc_call`. */
export function callRouter(api: Api): Router {
  return new Router({ prefix: '/api/call', sensitive: true })
    .get('/', list(api, call))
    .post('/', create(api, call))
    .patch('/', updateList(api, call))
    .delete('/', removeList(api, call))
    .get('/:key', read(api, call))
    .put('/:key', update(api, call))
    .patch('/:key', update(api, call))
    .post('/:key', update(api, call))
    .delete('/:key', remove(api, call))
    .post('/:key/delete', remove(api, call))
    .delete('/:key/delete', remove(api, call))
}
