// @generated from cc_alarm_report by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { alarmReport } from '../resources/alarmreport.ts'

/** `/api/alarmreport/`: the rows of `cc_alarm_report`. */
export function alarmReportRouter(api: Api): Router {
  return new Router({ prefix: '/api/alarmreport', sensitive: true })
    .get('/', list(api, alarmReport))
    .post('/', create(api, alarmReport))
    .patch('/', updateList(api, alarmReport))
    .delete('/', removeList(api, alarmReport))
    .get('/:key', read(api, alarmReport))
    .put('/:key', update(api, alarmReport))
    .patch('/:key', update(api, alarmReport))
    .post('/:key', update(api, alarmReport))
    .delete('/:key', remove(api, alarmReport))
    .post('/:key/delete', remove(api, alarmReport))
    .delete('/:key/delete', remove(api, alarmReport))
}
