// @generated from cc_card_history by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { cardHistory } from '../resources/cardhistory.ts'

/** `/api/cardhistory/`: the rows of `cc_card_history`. */
export function cardHistoryRouter(api: Api): Router {
  return new Router({ prefix: '/api/cardhistory', sensitive: true })
    .get('/', list(api, cardHistory))
    .post('/', create(api, cardHistory))
    .patch('/', updateList(api, cardHistory))
    .delete('/', removeList(api, cardHistory))
    .get('/:key', read(api, cardHistory))
    .put('/:key', update(api, cardHistory))
    .patch('/:key', update(api, cardHistory))
    .post('/:key', update(api, cardHistory))
    .delete('/:key', remove(api, cardHistory))
    .post('/:key/delete', remove(api, cardHistory))
    .delete('/:key/delete', remove(api, cardHistory))
}
