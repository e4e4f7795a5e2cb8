// @generated from cc_agent_signup by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { agentSignup } from '../resources/agentsignup.ts'

/** `/api/agentsignup/`: the rows of `cc_agent_signup`. */
export function agentSignupRouter(api: Api): Router {
  return new Router({ prefix: '/api/agentsignup', sensitive: true })
    .get('/', list(api, agentSignup))
    .post('/', create(api, agentSignup))
    .patch('/', updateList(api, agentSignup))
    .delete('/', removeList(api, agentSignup))
    .get('/:key', read(api, agentSignup))
    .put('/:key', update(api, agentSignup))
    .patch('/:key', update(api, agentSignup))
    .post('/:key', update(api, agentSignup))
    .delete('/:key', remove(api, agentSignup))
    .post('/:key/delete', remove(api, agentSignup))
    .delete('/:key/delete', remove(api, agentSignup))
}
