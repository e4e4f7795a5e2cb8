// @generated from cc_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { tariffgroup } from '../resources/tariffgroup.ts'

/** `/api/tariffgroup/`: the rows of `cc_tariffgroup`. */
export function tariffgroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/tariffgroup', sensitive: true })
    .get('/', list(api, tariffgroup))
    .post('/', create(api, tariffgroup))
    .patch('/', updateList(api, tariffgroup))
    .delete('/', removeList(api, tariffgroup))
    .get('/:key', read(api, tariffgroup))
    .put('/:key', update(api, tariffgroup))
    .patch('/:key', update(api, tariffgroup))
    .post('/:key', update(api, tariffgroup))
    .delete('/:key', remove(api, tariffgroup))
    .post('/:key/delete', remove(api, tariffgroup))
    .delete('/:key/delete', remove(api, tariffgroup))
}
