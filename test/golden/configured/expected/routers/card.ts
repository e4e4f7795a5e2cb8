// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { card } from '../resources/card.ts'

/** `/api/card/`: the rows of `cc_card`. */
export function cardRouter(api: Api): Router {
  return new Router({ prefix: '/api/card', sensitive: true })
    .get('/', list(api, card))
    .post('/', create(api, card))
    .patch('/', updateList(api, card))
    .delete('/', removeList(api, card))
    .get('/:key', read(api, card))
    .put('/:key', update(api, card))
    .patch('/:key', update(api, card))
    .post('/:key', update(api, card))
    .delete('/:key', remove(api, card))
    .post('/:key/delete', remove(api, card))
    .delete('/:key/delete', remove(api, card))
}
