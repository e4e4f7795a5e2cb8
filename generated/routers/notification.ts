// @generated from cc_notification by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { notification } from '../resources/notification.ts'

/** `/api/notification/`: the rows of `cc_notification`. */
export function notificationRouter(api: Api): Router {
  return new Router({ prefix: '/api/notification', sensitive: true })
    .get('/', list(api, notification))
    .post('/', create(api, notification))
    .patch('/', updateList(api, notification))
    .delete('/', removeList(api, notification))
    .get('/:key', read(api, notification))
    .put('/:key', update(api, notification))
    .patch('/:key', update(api, notification))
    .post('/:key', update(api, notification))
    .delete('/:key', remove(api, notification))
    .post('/:key/delete', remove(api, notification))
    .delete('/:key/delete', remove(api, notification))
}
