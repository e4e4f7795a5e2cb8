// @generated from cc_alarm by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { alarm } from '../resources/alarm.ts'

/** `/api/alarm/`: the rows of `cc_alarm`. */
export function alarmRouter(api: Api): Router {
  return new Router({ prefix: '/api/alarm', sensitive: true })
    .get('/', list(api, alarm))
    .post('/', create(api, alarm))
    .patch('/', updateList(api, alarm))
    .delete('/', removeList(api, alarm))
    .get('/:key', read(api, alarm))
    .put('/:key', update(api, alarm))
    .patch('/:key', update(api, alarm))
    .post('/:key', update(api, alarm))
    .delete('/:key', remove(api, alarm))
    .post('/:key/delete', remove(api, alarm))
    .delete('/:key/delete', remove(api, alarm))
}
