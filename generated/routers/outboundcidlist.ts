// @generated from cc_outbound_cid_list by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { outboundCidList } from '../resources/outboundcidlist.ts'

/** `/api/outboundcidlist/`: the rows of `cc_outbound_cid_list`. */
export function outboundCidListRouter(api: Api): Router {
  return new Router({ prefix: '/api/outboundcidlist', sensitive: true })
    .get('/', list(api, outboundCidList))
    .post('/', create(api, outboundCidList))
    .patch('/', updateList(api, outboundCidList))
    .delete('/', removeList(api, outboundCidList))
    .get('/:key', read(api, outboundCidList))
    .put('/:key', update(api, outboundCidList))
    .patch('/:key', update(api, outboundCidList))
    .post('/:key', update(api, outboundCidList))
    .delete('/:key', remove(api, outboundCidList))
    .post('/:key/delete', remove(api, outboundCidList))
    .delete('/:key/delete', remove(api, outboundCidList))
}
