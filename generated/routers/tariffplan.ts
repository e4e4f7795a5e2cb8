// @generated from cc_tariffplan by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { tariffplan } from '../resources/tariffplan.ts'

/** `/api/tariffplan/`: the rows of `cc_tariffplan`. */
export function tariffplanRouter(api: Api): Router {
  return new Router({ prefix: '/api/tariffplan', sensitive: true })
    .get('/', list(api, tariffplan))
    .post('/', create(api, tariffplan))
    .patch('/', updateList(api, tariffplan))
    .delete('/', removeList(api, tariffplan))
    .get('/:key', read(api, tariffplan))
    .put('/:key', update(api, tariffplan))
    .patch('/:key', update(api, tariffplan))
    .post('/:key', update(api, tariffplan))
    .delete('/:key', remove(api, tariffplan))
    .post('/:key/delete', remove(api, tariffplan))
    .delete('/:key/delete', remove(api, tariffplan))
}
