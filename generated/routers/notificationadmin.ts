// @generated from cc_notification_admin by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { notificationAdmin } from '../resources/notificationadmin.ts'

/** `/api/notificationadmin/`: the rows of `cc_notification_admin`. */
export function notificationAdminRouter(api: Api): Router {
  return new Router({ prefix: '/api/notificationadmin', sensitive: true })
    .get('/', list(api, notificationAdmin))
    .post('/', create(api, notificationAdmin))
    .patch('/', updateList(api, notificationAdmin))
    .delete('/', removeList(api, notificationAdmin))
    .get('/:key', read(api, notificationAdmin))
    .put('/:key', update(api, notificationAdmin))
    .patch('/:key', update(api, notificationAdmin))
    .post('/:key', update(api, notificationAdmin))
    .delete('/:key', remove(api, notificationAdmin))
    .post('/:key/delete', remove(api, notificationAdmin))
    .delete('/:key/delete', remove(api, notificationAdmin))
}
