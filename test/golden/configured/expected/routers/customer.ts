// @generated from crm_customers by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { customer } from '../resources/customer.ts'

/** `/api/customer/`: the rows of `crm_customers`. */
export function customerRouter(api: Api): Router {
  return new Router({ prefix: '/api/customer', sensitive: true })
    .get('/', list(api, customer))
    .post('/', create(api, customer))
    .patch('/', updateList(api, customer))
    .delete('/', removeList(api, customer))
    .get('/:key', read(api, customer))
    .put('/:key', update(api, customer))
    .patch('/:key', update(api, customer))
    .post('/:key', update(api, customer))
    .delete('/:key', remove(api, customer))
    .post('/:key/delete', remove(api, customer))
    .delete('/:key/delete', remove(api, customer))
}
