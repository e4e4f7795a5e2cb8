// @generated from cc_remittance_request by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { remittanceRequest } from '../resources/remittancerequest.ts'

/** `/api/remittancerequest/`: the rows of `cc_remittance_request`. */
export function remittanceRequestRouter(api: Api): Router {
  return new Router({ prefix: '/api/remittancerequest', sensitive: true })
    .get('/', list(api, remittanceRequest))
    .post('/', create(api, remittanceRequest))
    .patch('/', updateList(api, remittanceRequest))
    .delete('/', removeList(api, remittanceRequest))
    .get('/:key', read(api, remittanceRequest))
    .put('/:key', update(api, remittanceRequest))
    .patch('/:key', update(api, remittanceRequest))
    .post('/:key', update(api, remittanceRequest))
    .delete('/:key', remove(api, remittanceRequest))
    .post('/:key/delete', remove(api, remittanceRequest))
    .delete('/:key/delete', remove(api, remittanceRequest))
}
