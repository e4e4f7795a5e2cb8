// @generated from cc_did_destination by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { didDestination } from '../resources/diddestination.ts'

/** `/api/diddestination/`: the rows of `cc_did_destination`. */
export function didDestinationRouter(api: Api): Router {
  return new Router({ prefix: '/api/diddestination', sensitive: true })
    .get('/', list(api, didDestination))
    .post('/', create(api, didDestination))
    .patch('/', updateList(api, didDestination))
    .delete('/', removeList(api, didDestination))
    .get('/:key', read(api, didDestination))
    .put('/:key', update(api, didDestination))
    .patch('/:key', update(api, didDestination))
    .post('/:key', update(api, didDestination))
    .delete('/:key', remove(api, didDestination))
    .post('/:key/delete', remove(api, didDestination))
    .delete('/:key/delete', remove(api, didDestination))
}
