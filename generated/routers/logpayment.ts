// @generated from cc_logpayment by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { logpayment } from '../resources/logpayment.ts'

/** `/api/logpayment/`: the rows of `cc_logpayment`. */
export function logpaymentRouter(api: Api): Router {
  return new Router({ prefix: '/api/logpayment', sensitive: true })
    .get('/', list(api, logpayment))
    .post('/', create(api, logpayment))
    .patch('/', updateList(api, logpayment))
    .delete('/', removeList(api, logpayment))
    .get('/:key', read(api, logpayment))
    .put('/:key', update(api, logpayment))
    .patch('/:key', update(api, logpayment))
    .post('/:key', update(api, logpayment))
    .delete('/:key', remove(api, logpayment))
    .post('/:key/delete', remove(api, logpayment))
    .delete('/:key/delete', remove(api, logpayment))
}
