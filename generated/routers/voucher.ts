// @generated from cc_voucher by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { voucher } from '../resources/voucher.ts'

/** `/api/voucher/`: the rows of `cc_voucher`. */
export function voucherRouter(api: Api): Router {
  return new Router({ prefix: '/api/voucher', sensitive: true })
    .get('/', list(api, voucher))
    .post('/', create(api, voucher))
    .patch('/', updateList(api, voucher))
    .delete('/', removeList(api, voucher))
    .get('/:key', read(api, voucher))
    .put('/:key', update(api, voucher))
    .patch('/:key', update(api, voucher))
    .post('/:key', update(api, voucher))
    .delete('/:key', remove(api, voucher))
    .post('/:key/delete', remove(api, voucher))
    .delete('/:key/delete', remove(api, voucher))
}
