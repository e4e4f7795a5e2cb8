// @generated from cc_ratecard by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { ratecard } from '../resources/ratecard.ts'

/** `/api/ratecard/`: the rows of `cc_ratecard`. */
export function ratecardRouter(api: Api): Router {
  return new Router({ prefix: '/api/ratecard', sensitive: true })
    .get('/', list(api, ratecard))
    .post('/', create(api, ratecard))
    .patch('/', updateList(api, ratecard))
    .delete('/', removeList(api, ratecard))
    .get('/:key', read(api, ratecard))
    .put('/:key', update(api, ratecard))
    .patch('/:key', update(api, ratecard))
    .post('/:key', update(api, ratecard))
    .delete('/:key', remove(api, ratecard))
    .post('/:key/delete', remove(api, ratecard))
    .delete('/:key/delete', remove(api, ratecard))
}
