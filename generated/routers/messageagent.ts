// @generated from cc_message_agent by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { messageAgent } from '../resources/messageagent.ts'

/** `/api/messageagent/`: the rows of `cc_message_agent`. */
export function messageAgentRouter(api: Api): Router {
  return new Router({ prefix: '/api/messageagent', sensitive: true })
    .get('/', list(api, messageAgent))
    .post('/', create(api, messageAgent))
    .patch('/', updateList(api, messageAgent))
    .delete('/', removeList(api, messageAgent))
    .get('/:key', read(api, messageAgent))
    .put('/:key', update(api, messageAgent))
    .patch('/:key', update(api, messageAgent))
    .post('/:key', update(api, messageAgent))
    .delete('/:key', remove(api, messageAgent))
    .post('/:key/delete', remove(api, messageAgent))
    .delete('/:key/delete', remove(api, messageAgent))
}
