// @generated from cc_agent_commission by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { agentCommission } from '../resources/agentcommission.ts'

/** `/api/agentcommission/`: the rows of `cc_agent_commission`. */
export function agentCommissionRouter(api: Api): Router {
  return new Router({ prefix: '/api/agentcommission', sensitive: true })
    .get('/', list(api, agentCommission))
    .post('/', create(api, agentCommission))
    .patch('/', updateList(api, agentCommission))
    .delete('/', removeList(api, agentCommission))
    .get('/:key', read(api, agentCommission))
    .put('/:key', update(api, agentCommission))
    .patch('/:key', update(api, agentCommission))
    .post('/:key', update(api, agentCommission))
    .delete('/:key', remove(api, agentCommission))
    .post('/:key/delete', remove(api, agentCommission))
    .delete('/:key/delete', remove(api, agentCommission))
}
