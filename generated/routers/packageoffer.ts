// @generated from cc_package_offer by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { packageOffer } from '../resources/packageoffer.ts'

/** `/api/packageoffer/`: the rows of `cc_package_offer`. */
export function packageOfferRouter(api: Api): Router {
  return new Router({ prefix: '/api/packageoffer', sensitive: true })
    .get('/', list(api, packageOffer))
    .post('/', create(api, packageOffer))
    .patch('/', updateList(api, packageOffer))
    .delete('/', removeList(api, packageOffer))
    .get('/:key', read(api, packageOffer))
    .put('/:key', update(api, packageOffer))
    .patch('/:key', update(api, packageOffer))
    .post('/:key', update(api, packageOffer))
    .delete('/:key', remove(api, packageOffer))
    .post('/:key/delete', remove(api, packageOffer))
    .delete('/:key/delete', remove(api, packageOffer))
}
