// @generated from cc_invoice_payment by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { invoicePayment } from '../resources/invoicepayment.ts'

/** `/api/invoicepayment/`: the rows of `cc_invoice_payment`. */
export function invoicePaymentRouter(api: Api): Router {
  return new Router({ prefix: '/api/invoicepayment', sensitive: true })
    .get('/', list(api, invoicePayment))
    .post('/', create(api, invoicePayment))
    .patch('/', updateList(api, invoicePayment))
    .delete('/', removeList(api, invoicePayment))
    .get('/:key', read(api, invoicePayment))
    .put('/:key', update(api, invoicePayment))
    .patch('/:key', update(api, invoicePayment))
    .post('/:key', update(api, invoicePayment))
    .delete('/:key', remove(api, invoicePayment))
    .post('/:key/delete', remove(api, invoicePayment))
    .delete('/:key/delete', remove(api, invoicePayment))
}
