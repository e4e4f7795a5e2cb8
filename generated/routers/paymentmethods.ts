// @generated from cc_payment_methods by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { paymentMethods } from '../resources/paymentmethods.ts'

/** `/api/paymentmethods/`: the rows of `cc_payment_methods`. */
export function paymentMethodsRouter(api: Api): Router {
  return new Router({ prefix: '/api/paymentmethods', sensitive: true })
    .get('/', list(api, paymentMethods))
    .post('/', create(api, paymentMethods))
    .patch('/', updateList(api, paymentMethods))
    .delete('/', removeList(api, paymentMethods))
    .get('/:key', read(api, paymentMethods))
    .put('/:key', update(api, paymentMethods))
    .patch('/:key', update(api, paymentMethods))
    .post('/:key', update(api, paymentMethods))
    .delete('/:key', remove(api, paymentMethods))
    .post('/:key/delete', remove(api, paymentMethods))
    .delete('/:key/delete', remove(api, paymentMethods))
}
