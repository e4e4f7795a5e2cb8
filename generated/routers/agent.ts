// @generated from cc_agent by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { agent } from '../resources/agent.ts'

/** `/api/agent/`: the rows of `cc_agent`. */
export function agentRouter(api: Api): Router {
  return new Router({ prefix: '/api/agent', sensitive: true })
    .get('/', list(api, agent))
    .post('/', create(api, agent))
    .patch('/', updateList(api, agent))
    .delete('/', removeList(api, agent))
    .get('/:key', read(api, agent))
    .put('/:key', update(api, agent))
    .patch('/:key', update(api, agent))
    .post('/:key', update(api, agent))
    .delete('/:key', remove(api, agent))
    .post('/:key/delete', remove(api, agent))
    .delete('/:key/delete', remove(api, agent))
}
