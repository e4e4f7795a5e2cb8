// @generated from cc_card_archive by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { cardArchive } from '../resources/cardarchive.ts'

/** `/api/cardarchive/`: the rows of `cc_card_archive`. */
export function cardArchiveRouter(api: Api): Router {
  return new Router({ prefix: '/api/cardarchive', sensitive: true })
    .get('/', list(api, cardArchive))
    .post('/', create(api, cardArchive))
    .patch('/', updateList(api, cardArchive))
    .delete('/', removeList(api, cardArchive))
    .get('/:key', read(api, cardArchive))
    .put('/:key', update(api, cardArchive))
    .patch('/:key', update(api, cardArchive))
    .post('/:key', update(api, cardArchive))
    .delete('/:key', remove(api, cardArchive))
    .post('/:key/delete', remove(api, cardArchive))
    .delete('/:key/delete', remove(api, cardArchive))
}
