// @generated from cc_iax_buddies by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { iaxBuddies } from '../resources/iaxbuddies.ts'

/** `/api/iaxbuddies/`: the rows of `cc_iax_buddies`. */
export function iaxBuddiesRouter(api: Api): Router {
  return new Router({ prefix: '/api/iaxbuddies', sensitive: true })
    .get('/', list(api, iaxBuddies))
    .post('/', create(api, iaxBuddies))
    .patch('/', updateList(api, iaxBuddies))
    .delete('/', removeList(api, iaxBuddies))
    .get('/:key', read(api, iaxBuddies))
    .put('/:key', update(api, iaxBuddies))
    .patch('/:key', update(api, iaxBuddies))
    .post('/:key', update(api, iaxBuddies))
    .delete('/:key', remove(api, iaxBuddies))
    .post('/:key/delete', remove(api, iaxBuddies))
    .delete('/:key/delete', remove(api, iaxBuddies))
}
