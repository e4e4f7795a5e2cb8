// @generated from cc_outbound_cid_group by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { outboundCidGroup } from '../resources/outboundcidgroup.ts'

/** `/api/outboundcidgroup/`: the rows of `cc_outbound_cid_group`. */
export function outboundCidGroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/outboundcidgroup', sensitive: true })
    .get('/', list(api, outboundCidGroup))
    .post('/', create(api, outboundCidGroup))
    .patch('/', updateList(api, outboundCidGroup))
    .delete('/', removeList(api, outboundCidGroup))
    .get('/:key', read(api, outboundCidGroup))
    .put('/:key', update(api, outboundCidGroup))
    .patch('/:key', update(api, outboundCidGroup))
    .post('/:key', update(api, outboundCidGroup))
    .delete('/:key', remove(api, outboundCidGroup))
    .post('/:key/delete', remove(api, outboundCidGroup))
    .delete('/:key/delete', remove(api, outboundCidGroup))
}
