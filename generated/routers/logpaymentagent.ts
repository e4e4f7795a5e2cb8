// @generated from cc_logpayment_agent by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { logpaymentAgent } from '../resources/logpaymentagent.ts'

/** `/api/logpaymentagent/`: the rows of `cc_logpayment_agent`. */
export function logpaymentAgentRouter(api: Api): Router {
  return new Router({ prefix: '/api/logpaymentagent', sensitive: true })
    .get('/', list(api, logpaymentAgent))
    .post('/', create(api, logpaymentAgent))
    .patch('/', updateList(api, logpaymentAgent))
    .delete('/', removeList(api, logpaymentAgent))
    .get('/:key', read(api, logpaymentAgent))
    .put('/:key', update(api, logpaymentAgent))
    .patch('/:key', update(api, logpaymentAgent))
    .post('/:key', update(api, logpaymentAgent))
    .delete('/:key', remove(api, logpaymentAgent))
    .post('/:key/delete', remove(api, logpaymentAgent))
    .delete('/:key/delete', remove(api, logpaymentAgent))
}
