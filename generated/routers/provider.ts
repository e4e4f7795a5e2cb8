// @generated from cc_provider by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { provider } from '../resources/provider.ts'

/** `/api/provider/`: the rows of `cc_provider`. */
export function providerRouter(api: Api): Router {
  return new Router({ prefix: '/api/provider', sensitive: true })
    .get('/', list(api, provider))
    .post('/', create(api, provider))
    .patch('/', updateList(api, provider))
    .delete('/', removeList(api, provider))
    .get('/:key', read(api, provider))
    .put('/:key', update(api, provider))
    .patch('/:key', update(api, provider))
    .post('/:key', update(api, provider))
    .delete('/:key', remove(api, provider))
    .post('/:key/delete', remove(api, provider))
    .delete('/:key/delete', remove(api, provider))
}
