// @generated from cc_card_package_offer by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { cardPackageOffer } from '../resources/cardpackageoffer.ts'

/** `/api/cardpackageoffer/`: the rows of `cc_card_package_offer`. */
export function cardPackageOfferRouter(api: Api): Router {
  return new Router({ prefix: '/api/cardpackageoffer', sensitive: true })
    .get('/', list(api, cardPackageOffer))
    .post('/', create(api, cardPackageOffer))
    .patch('/', updateList(api, cardPackageOffer))
    .delete('/', removeList(api, cardPackageOffer))
    .get('/:key', read(api, cardPackageOffer))
    .put('/:key', update(api, cardPackageOffer))
    .patch('/:key', update(api, cardPackageOffer))
    .post('/:key', update(api, cardPackageOffer))
    .delete('/:key', remove(api, cardPackageOffer))
    .post('/:key/delete', remove(api, cardPackageOffer))
    .delete('/:key/delete', remove(api, cardPackageOffer))
}
