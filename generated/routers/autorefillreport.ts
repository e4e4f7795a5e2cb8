// @generated from cc_autorefill_report by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { autorefillReport } from '../resources/autorefillreport.ts'

/** `/api/autorefillreport/`: the rows of `cc_autorefill_report`. */
export function autorefillReportRouter(api: Api): Router {
  return new Router({ prefix: '/api/autorefillreport', sensitive: true })
    .get('/', list(api, autorefillReport))
    .post('/', create(api, autorefillReport))
    .patch('/', updateList(api, autorefillReport))
    .delete('/', removeList(api, autorefillReport))
    .get('/:key', read(api, autorefillReport))
    .put('/:key', update(api, autorefillReport))
    .patch('/:key', update(api, autorefillReport))
    .post('/:key', update(api, autorefillReport))
    .delete('/:key', remove(api, autorefillReport))
    .post('/:key/delete', remove(api, autorefillReport))
    .delete('/:key/delete', remove(api, autorefillReport))
}
