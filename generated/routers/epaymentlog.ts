// @generated from cc_epayment_log by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { epaymentLog } from '../resources/epaymentlog.ts'

/** `/api/epaymentlog/`: the rows of `cc_epayment_log`. */
export function epaymentLogRouter(api: Api): Router {
  return new Router({ prefix: '/api/epaymentlog', sensitive: true })
    .get('/', list(api, epaymentLog))
    .post('/', create(api, epaymentLog))
    .patch('/', updateList(api, epaymentLog))
    .delete('/', removeList(api, epaymentLog))
    .get('/:key', read(api, epaymentLog))
    .put('/:key', update(api, epaymentLog))
    .patch('/:key', update(api, epaymentLog))
    .post('/:key', update(api, epaymentLog))
    .delete('/:key', remove(api, epaymentLog))
    .post('/:key/delete', remove(api, epaymentLog))
    .delete('/:key/delete', remove(api, epaymentLog))
}
