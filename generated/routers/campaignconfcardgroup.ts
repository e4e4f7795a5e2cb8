// @generated from cc_campaignconf_cardgroup by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { campaignconfCardgroup } from '../resources/campaignconfcardgroup.ts'

/** `/api/campaignconfcardgroup/`: the rows of `cc_campaignconf_cardgroup`. */
export function campaignconfCardgroupRouter(api: Api): Router {
  return new Router({ prefix: '/api/campaignconfcardgroup', sensitive: true })
    .get('/', list(api, campaignconfCardgroup))
    .post('/', create(api, campaignconfCardgroup))
    .patch('/', updateList(api, campaignconfCardgroup))
    .delete('/', removeList(api, campaignconfCardgroup))
    .get('/:key', read(api, campaignconfCardgroup))
    .put('/:key', update(api, campaignconfCardgroup))
    .patch('/:key', update(api, campaignconfCardgroup))
    .post('/:key', update(api, campaignconfCardgroup))
    .delete('/:key', remove(api, campaignconfCardgroup))
    .post('/:key/delete', remove(api, campaignconfCardgroup))
    .delete('/:key/delete', remove(api, campaignconfCardgroup))
}
