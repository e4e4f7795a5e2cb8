// @generated from cc_payments_agent by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { paymentsAgent } from '../resources/paymentsagent.ts'

/** `/api/paymentsagent/`: the rows of `cc_payments_agent`. */
export function paymentsAgentRouter(api: Api): Router {
  return new Router({ prefix: '/api/paymentsagent', sensitive: true })
    .get('/', list(api, paymentsAgent))
    .post('/', create(api, paymentsAgent))
    .patch('/', updateList(api, paymentsAgent))
    .delete('/', removeList(api, paymentsAgent))
    .get('/:key', read(api, paymentsAgent))
    .put('/:key', update(api, paymentsAgent))
    .patch('/:key', update(api, paymentsAgent))
    .post('/:key', update(api, paymentsAgent))
    .delete('/:key', remove(api, paymentsAgent))
    .post('/:key/delete', remove(api, paymentsAgent))
    .delete('/:key/delete', remove(api, paymentsAgent))
}
