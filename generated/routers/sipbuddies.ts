// @generated from cc_sip_buddies by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { sipBuddies } from '../resources/sipbuddies.ts'

/** `/api/sipbuddies/`: the rows of `cc_sip_buddies`. */
export function sipBuddiesRouter(api: Api): Router {
  return new Router({ prefix: '/api/sipbuddies', sensitive: true })
    .get('/', list(api, sipBuddies))
    .post('/', create(api, sipBuddies))
    .patch('/', updateList(api, sipBuddies))
    .delete('/', removeList(api, sipBuddies))
    .get('/:key', read(api, sipBuddies))
    .put('/:key', update(api, sipBuddies))
    .patch('/:key', update(api, sipBuddies))
    .post('/:key', update(api, sipBuddies))
    .delete('/:key', remove(api, sipBuddies))
    .post('/:key/delete', remove(api, sipBuddies))
    .delete('/:key/delete', remove(api, sipBuddies))
}
