// @generated from cc_payments_status by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { paymentsStatus } from '../resources/paymentsstatus.ts'

/** `/api/paymentsstatus/`: the rows of `cc_payments_status`. */
export function paymentsStatusRouter(api: Api): Router {
  return new Router({ prefix: '/api/paymentsstatus', sensitive: true })
    .get('/', list(api, paymentsStatus))
    .post('/', create(api, paymentsStatus))
    .patch('/', updateList(api, paymentsStatus))
    .delete('/', removeList(api, paymentsStatus))
    .get('/:key', read(api, paymentsStatus))
    .put('/:key', update(api, paymentsStatus))
    .patch('/:key', update(api, paymentsStatus))
    .post('/:key', update(api, paymentsStatus))
    .delete('/:key', remove(api, paymentsStatus))
    .post('/:key/delete', remove(api, paymentsStatus))
    .delete('/:key/delete', remove(api, paymentsStatus))
}
