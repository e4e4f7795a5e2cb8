// @generated from cc_payments by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { payments } from '../resources/payments.ts'

/** `/api/payments/`: the rows of `cc_payments`. */
export function paymentsRouter(api: Api): Router {
  return new Router({ prefix: '/api/payments', sensitive: true })
    .get('/', list(api, payments))
    .post('/', create(api, payments))
    .patch('/', updateList(api, payments))
    .delete('/', removeList(api, payments))
    .get('/:key', read(api, payments))
    .put('/:key', update(api, payments))
    .patch('/:key', update(api, payments))
    .post('/:key', update(api, payments))
    .delete('/:key', remove(api, payments))
    .post('/:key/delete', remove(api, payments))
    .delete('/:key/delete', remove(api, payments))
}
