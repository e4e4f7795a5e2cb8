// @generated from cc_billing_customer by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { billingCustomer } from '../resources/billingcustomer.ts'

/** `/api/billingcustomer/`: the rows of `cc_billing_customer`. */
export function billingCustomerRouter(api: Api): Router {
  return new Router({ prefix: '/api/billingcustomer', sensitive: true })
    .get('/', list(api, billingCustomer))
    .post('/', create(api, billingCustomer))
    .patch('/', updateList(api, billingCustomer))
    .delete('/', removeList(api, billingCustomer))
    .get('/:key', read(api, billingCustomer))
    .put('/:key', update(api, billingCustomer))
    .patch('/:key', update(api, billingCustomer))
    .post('/:key', update(api, billingCustomer))
    .delete('/:key', remove(api, billingCustomer))
    .post('/:key/delete', remove(api, billingCustomer))
    .delete('/:key/delete', remove(api, billingCustomer))
}
