// @generated from every_type by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { everyType } from '../resources/everytype.ts'

/** `/api/everytype/`: the rows of `every_type`. */
export function everyTypeRouter(api: Api): Router {
  return new Router({ prefix: '/api/everytype', sensitive: true })
    .get('/', list(api, everyType))
    .post('/', create(api, everyType))
    .patch('/', updateList(api, everyType))
    .delete('/', removeList(api, everyType))
    .get('/:key', read(api, everyType))
    .put('/:key', update(api, everyType))
    .patch('/:key', update(api, everyType))
    .post('/:key', update(api, everyType))
    .delete('/:key', remove(api, everyType))
    .post('/:key/delete', remove(api, everyType))
    .delete('/:key/delete', remove(api, everyType))
}
