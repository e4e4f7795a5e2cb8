// @generated from cc_cardgroup_service by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { cardgroupService } from '../resources/cardgroupservice.ts'

/** `/api/cardgroupservice/`: the rows of `cc_cardgroup_service`. */
export function cardgroupServiceRouter(api: Api): Router {
  return new Router({ prefix: '/api/cardgroupservice', sensitive: true })
    .get('/', list(api, cardgroupService))
    .post('/', create(api, cardgroupService))
    .patch('/', updateList(api, cardgroupService))
    .delete('/', removeList(api, cardgroupService))
    .get('/:key', read(api, cardgroupService))
    .put('/:key', update(api, cardgroupService))
    .patch('/:key', update(api, cardgroupService))
    .post('/:key', update(api, cardgroupService))
    .delete('/:key', remove(api, cardgroupService))
    .post('/:key/delete', remove(api, cardgroupService))
    .delete('/:key/delete', remove(api, cardgroupService))
}
