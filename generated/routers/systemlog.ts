// @generated from cc_system_log by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { systemLog } from '../resources/systemlog.ts'

/** `/api/systemlog/`: the rows of `cc_system_log`. */
export function systemLogRouter(api: Api): Router {
  return new Router({ prefix: '/api/systemlog', sensitive: true })
    .get('/', list(api, systemLog))
    .post('/', create(api, systemLog))
    .patch('/', updateList(api, systemLog))
    .delete('/', removeList(api, systemLog))
    .get('/:key', read(api, systemLog))
    .put('/:key', update(api, systemLog))
    .patch('/:key', update(api, systemLog))
    .post('/:key', update(api, systemLog))
    .delete('/:key', remove(api, systemLog))
    .post('/:key/delete', remove(api, systemLog))
    .delete('/:key/delete', remove(api, systemLog))
}
