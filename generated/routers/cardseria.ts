// @generated from cc_card_seria by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { cardSeria } from '../resources/cardseria.ts'

/** `/api/cardseria/`: the rows of `cc_card_seria`. */
export function cardSeriaRouter(api: Api): Router {
  return new Router({ prefix: '/api/cardseria', sensitive: true })
    .get('/', list(api, cardSeria))
    .post('/', create(api, cardSeria))
    .patch('/', updateList(api, cardSeria))
    .delete('/', removeList(api, cardSeria))
    .get('/:key', read(api, cardSeria))
    .put('/:key', update(api, cardSeria))
    .patch('/:key', update(api, cardSeria))
    .post('/:key', update(api, cardSeria))
    .delete('/:key', remove(api, cardSeria))
    .post('/:key/delete', remove(api, cardSeria))
    .delete('/:key/delete', remove(api, cardSeria))
}
