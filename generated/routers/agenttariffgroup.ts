// @generated from cc_agent_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { agentTariffgroup } from '../resources/agenttariffgroup.ts'

/** `/api/agenttariffgroup/`: the rows of `cc_agent_tariffgroup`. */
export function agentTariffgroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/agenttariffgroup', sensitive: true })
    .get('/', list(api, agentTariffgroup))
    .post('/', create(api, agentTariffgroup))
    .patch('/', updateList(api, agentTariffgroup))
    .delete('/', removeList(api, agentTariffgroup))
    .get('/:key', read(api, agentTariffgroup))
    .put('/:key', update(api, agentTariffgroup))
    .patch('/:key', update(api, agentTariffgroup))
    .post('/:key', update(api, agentTariffgroup))
    .delete('/:key', remove(api, agentTariffgroup))
    .post('/:key/delete', remove(api, agentTariffgroup))
    .delete('/:key/delete', remove(api, agentTariffgroup))
}
