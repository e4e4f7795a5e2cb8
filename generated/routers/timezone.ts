// @generated from cc_timezone by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { timezone } from '../resources/timezone.ts'

/** `/api/timezone/`: the rows of `cc_timezone`. */
export function timezoneRouter(api: Api): Router {
  return new Router({ prefix: '/api/timezone', sensitive: true })
    .get('/', list(api, timezone))
    .post('/', create(api, timezone))
    .patch('/', updateList(api, timezone))
    .delete('/', removeList(api, timezone))
    .get('/:key', read(api, timezone))
    .put('/:key', update(api, timezone))
    .patch('/:key', update(api, timezone))
    .post('/:key', update(api, timezone))
    .delete('/:key', remove(api, timezone))
    .post('/:key/delete', remove(api, timezone))
    .delete('/:key/delete', remove(api, timezone))
}
