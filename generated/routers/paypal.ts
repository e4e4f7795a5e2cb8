// @generated from cc_paypal by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { paypal } from '../resources/paypal.ts'

/** `/api/paypal/`: the rows of `cc_paypal`. */
export function paypalRouter(api: Api): Router {
  return new Router({ prefix: '/api/paypal', sensitive: true })
    .get('/', list(api, paypal))
    .post('/', create(api, paypal))
    .patch('/', updateList(api, paypal))
    .delete('/', removeList(api, paypal))
    .get('/:key', read(api, paypal))
    .put('/:key', update(api, paypal))
    .patch('/:key', update(api, paypal))
    .post('/:key', update(api, paypal))
    .delete('/:key', remove(api, paypal))
    .post('/:key/delete', remove(api, paypal))
    .delete('/:key/delete', remove(api, paypal))
}
