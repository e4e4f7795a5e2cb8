// @generated from cc_support_component by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { supportComponent } from '../resources/supportcomponent.ts'

/** `/api/supportcomponent/`: the rows of `cc_support_component`. */
export function supportComponentRouter(api: Api): Router {
  return new Router({ prefix: '/api/supportcomponent', sensitive: true })
    .get('/', list(api, supportComponent))
    .post('/', create(api, supportComponent))
    .patch('/', updateList(api, supportComponent))
    .delete('/', removeList(api, supportComponent))
    .get('/:key', read(api, supportComponent))
    .put('/:key', update(api, supportComponent))
    .patch('/:key', update(api, supportComponent))
    .post('/:key', update(api, supportComponent))
    .delete('/:key', remove(api, supportComponent))
    .post('/:key/delete', remove(api, supportComponent))
    .delete('/:key/delete', remove(api, supportComponent))
}
