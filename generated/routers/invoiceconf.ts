// @generated from cc_invoice_conf by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { invoiceConf } from '../resources/invoiceconf.ts'

/** `/api/invoiceconf/`: the rows of `cc_invoice_conf`. */
export function invoiceConfRouter(api: Api): Router {
  return new Router({ prefix: '/api/invoiceconf', sensitive: true })
    .get('/', list(api, invoiceConf))
    .post('/', create(api, invoiceConf))
    .patch('/', updateList(api, invoiceConf))
    .delete('/', removeList(api, invoiceConf))
    .get('/:key', read(api, invoiceConf))
    .put('/:key', update(api, invoiceConf))
    .patch('/:key', update(api, invoiceConf))
    .post('/:key', update(api, invoiceConf))
    .delete('/:key', remove(api, invoiceConf))
    .post('/:key/delete', remove(api, invoiceConf))
    .delete('/:key/delete', remove(api, invoiceConf))
}
