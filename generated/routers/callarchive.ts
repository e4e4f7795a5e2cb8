// @generated from cc_call_archive by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { callArchive } from '../resources/callarchive.ts'

/** `/api/callarchive/`: the rows of `cc_call_archive`. */
export function callArchiveRouter(api: Api): Router {
  return new Router({ prefix: '/api/callarchive', sensitive: true })
    .get('/', list(api, callArchive))
    .post('/', create(api, callArchive))
    .patch('/', updateList(api, callArchive))
    .delete('/', removeList(api, callArchive))
    .get('/:key', read(api, callArchive))
    .put('/:key', update(api, callArchive))
    .patch('/:key', update(api, callArchive))
    .post('/:key', update(api, callArchive))
    .delete('/:key', remove(api, callArchive))
    .post('/:key/delete', remove(api, callArchive))
    .delete('/:key/delete', remove(api, callArchive))
}
