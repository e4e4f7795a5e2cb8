// @generated from cc_epayment_log_agent by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { epaymentLogAgent } from '../resources/epaymentlogagent.ts'

/** `/api/epaymentlogagent/`: the rows of `cc_epayment_log_agent`. */
export function epaymentLogAgentRouter(api: Api): Router {
  return new Router({ prefix: '/api/epaymentlogagent', sensitive: true })
    .get('/', list(api, epaymentLogAgent))
    .post('/', create(api, epaymentLogAgent))
    .patch('/', updateList(api, epaymentLogAgent))
    .delete('/', removeList(api, epaymentLogAgent))
    .get('/:key', read(api, epaymentLogAgent))
    .put('/:key', update(api, epaymentLogAgent))
    .patch('/:key', update(api, epaymentLogAgent))
    .post('/:key', update(api, epaymentLogAgent))
    .delete('/:key', remove(api, epaymentLogAgent))
    .post('/:key/delete', remove(api, epaymentLogAgent))
    .delete('/:key/delete', remove(api, epaymentLogAgent))
}
