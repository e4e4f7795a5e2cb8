// @generated from cc_receipt by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { receipt } from '../resources/receipt.ts'

/** `/api/receipt/`: the rows of `cc_receipt`. */
export function receiptRouter(api: Api): Router {
  return new Router({ prefix: '/api/receipt', sensitive: true })
    .get('/', list(api, receipt))
    .post('/', create(api, receipt))
    .patch('/', updateList(api, receipt))
    .delete('/', removeList(api, receipt))
    .get('/:key', read(api, receipt))
    .put('/:key', update(api, receipt))
    .patch('/:key', update(api, receipt))
    .post('/:key', update(api, receipt))
    .delete('/:key', remove(api, receipt))
    .post('/:key/delete', remove(api, receipt))
    .delete('/:key/delete', remove(api, receipt))
}
