// @generated from cc_logrefill_agent by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { logrefillAgent } from '../resources/logrefillagent.ts'

/** `/api/logrefillagent/`: the rows of `cc_logrefill_agent`. */
export function logrefillAgentRouter(api: Api): Router {
  return new Router({ prefix: '/api/logrefillagent', sensitive: true })
    .get('/', list(api, logrefillAgent))
    .post('/', create(api, logrefillAgent))
    .patch('/', updateList(api, logrefillAgent))
    .delete('/', removeList(api, logrefillAgent))
    .get('/:key', read(api, logrefillAgent))
    .put('/:key', update(api, logrefillAgent))
    .patch('/:key', update(api, logrefillAgent))
    .post('/:key', update(api, logrefillAgent))
    .delete('/:key', remove(api, logrefillAgent))
    .post('/:key/delete', remove(api, logrefillAgent))
    .delete('/:key/delete', remove(api, logrefillAgent))
}
