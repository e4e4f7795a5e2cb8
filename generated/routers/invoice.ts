// @generated from cc_invoice by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { invoice } from '../resources/invoice.ts'

/** `/api/invoice/`: the rows of `cc_invoice`. */
export function invoiceRouter(api: Api): Router {
  return new Router({ prefix: '/api/invoice', sensitive: true })
    .get('/', list(api, invoice))
    .post('/', create(api, invoice))
    .patch('/', updateList(api, invoice))
    .delete('/', removeList(api, invoice))
    .get('/:key', read(api, invoice))
    .put('/:key', update(api, invoice))
    .patch('/:key', update(api, invoice))
    .post('/:key', update(api, invoice))
    .delete('/:key', remove(api, invoice))
    .post('/:key/delete', remove(api, invoice))
    .delete('/:key/delete', remove(api, invoice))
}
