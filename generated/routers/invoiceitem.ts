// @generated from cc_invoice_item by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { invoiceItem } from '../resources/invoiceitem.ts'

/** `/api/invoiceitem/`: the rows of `cc_invoice_item`. */
export function invoiceItemRouter(api: Api): Router {
  return new Router({ prefix: '/api/invoiceitem', sensitive: true })
    .get('/', list(api, invoiceItem))
    .post('/', create(api, invoiceItem))
    .patch('/', updateList(api, invoiceItem))
    .delete('/', removeList(api, invoiceItem))
    .get('/:key', read(api, invoiceItem))
    .put('/:key', update(api, invoiceItem))
    .patch('/:key', update(api, invoiceItem))
    .post('/:key', update(api, invoiceItem))
    .delete('/:key', remove(api, invoiceItem))
    .post('/:key/delete', remove(api, invoiceItem))
    .delete('/:key/delete', remove(api, invoiceItem))
}
