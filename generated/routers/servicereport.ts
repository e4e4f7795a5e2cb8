// @generated from cc_service_report by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { serviceReport } from '../resources/servicereport.ts'

/** `/api/servicereport/`: the rows of `cc_service_report`. */
export function serviceReportRouter(api: Api): Router {
  return new Router({ prefix: '/api/servicereport', sensitive: true })
    .get('/', list(api, serviceReport))
    .post('/', create(api, serviceReport))
    .patch('/', updateList(api, serviceReport))
    .delete('/', removeList(api, serviceReport))
    .get('/:key', read(api, serviceReport))
    .put('/:key', update(api, serviceReport))
    .patch('/:key', update(api, serviceReport))
    .post('/:key', update(api, serviceReport))
    .delete('/:key', remove(api, serviceReport))
    .post('/:key/delete', remove(api, serviceReport))
    .delete('/:key/delete', remove(api, serviceReport))
}
