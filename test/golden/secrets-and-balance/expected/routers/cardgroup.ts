// @generated from cc_card_group by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { cardGroup } from '../resources/cardgroup.ts'

/** `/api/cardgroup/`: the rows of `cc_card_group`. */
export function cardGroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/cardgroup', sensitive: true })
    .get('/', list(api, cardGroup))
    .post('/', create(api, cardGroup))
    .patch('/', updateList(api, cardGroup))
    .delete('/', removeList(api, cardGroup))
    .get('/:key', read(api, cardGroup))
    .put('/:key', update(api, cardGroup))
    .patch('/:key', update(api, cardGroup))
    .post('/:key', update(api, cardGroup))
    .delete('/:key', remove(api, cardGroup))
    .post('/:key/delete', remove(api, cardGroup))
    .delete('/:key/delete', remove(api, cardGroup))
}
