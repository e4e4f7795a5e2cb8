// @generated from cc_speeddial by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { speeddial } from '../resources/speeddial.ts'

/** `/api/speeddial/`: the rows of `cc_speeddial`. */
export function speeddialRouter(api: Api): Router {
  return new Router({ prefix: '/api/speeddial', sensitive: true })
    .get('/', list(api, speeddial))
    .post('/', create(api, speeddial))
    .patch('/', updateList(api, speeddial))
    .delete('/', removeList(api, speeddial))
    .get('/:key', read(api, speeddial))
    .put('/:key', update(api, speeddial))
    .patch('/:key', update(api, speeddial))
    .post('/:key', update(api, speeddial))
    .delete('/:key', remove(api, speeddial))
    .post('/:key/delete', remove(api, speeddial))
    .delete('/:key/delete', remove(api, speeddial))
}
