// @generated from cc_receipt_item by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { receiptItem } from '../resources/receiptitem.ts'

/** `/api/receiptitem/`: the rows of `cc_receipt_item`. */
export function receiptItemRouter(api: Api): Router {
  return new Router({ prefix: '/api/receiptitem', sensitive: true })
    .get('/', list(api, receiptItem))
    .post('/', create(api, receiptItem))
    .patch('/', updateList(api, receiptItem))
    .delete('/', removeList(api, receiptItem))
    .get('/:key', read(api, receiptItem))
    .put('/:key', update(api, receiptItem))
    .patch('/:key', update(api, receiptItem))
    .post('/:key', update(api, receiptItem))
    .delete('/:key', remove(api, receiptItem))
    .post('/:key/delete', remove(api, receiptItem))
    .delete('/:key/delete', remove(api, receiptItem))
}
