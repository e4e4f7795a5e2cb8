// @generated from cc_iso639 by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { iso639 } from '../resources/iso639.ts'

/** `/api/iso639/`: the rows of `cc_iso639`. */
export function iso639Router(api: Api): Router {
  return new Router({ prefix: '/api/iso639', sensitive: true })
    .get('/', list(api, iso639))
    .post('/', create(api, iso639))
    .patch('/', updateList(api, iso639))
    .delete('/', removeList(api, iso639))
    .get('/:key', read(api, iso639))
    .put('/:key', update(api, iso639))
    .patch('/:key', update(api, iso639))
    .post('/:key', update(api, iso639))
    .delete('/:key', remove(api, iso639))
    .post('/:key/delete', remove(api, iso639))
    .delete('/:key/delete', remove(api, iso639))
}
