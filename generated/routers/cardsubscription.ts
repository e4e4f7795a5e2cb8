// @generated from cc_card_subscription by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { cardSubscription } from '../resources/cardsubscription.ts'

/** `/api/cardsubscription/`: the rows of `cc_card_subscription`. */
export function cardSubscriptionRouter(api: Api): Router {
  return new Router({ prefix: '/api/cardsubscription', sensitive: true })
    .get('/', list(api, cardSubscription))
    .post('/', create(api, cardSubscription))
    .patch('/', updateList(api, cardSubscription))
    .delete('/', removeList(api, cardSubscription))
    .get('/:key', read(api, cardSubscription))
    .put('/:key', update(api, cardSubscription))
    .patch('/:key', update(api, cardSubscription))
    .post('/:key', update(api, cardSubscription))
    .delete('/:key', remove(api, cardSubscription))
    .post('/:key/delete', remove(api, cardSubscription))
    .delete('/:key/delete', remove(api, cardSubscription))
}
