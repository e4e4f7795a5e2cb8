// @generated from cc_campaign_config by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { campaignConfig } from '../resources/campaignconfig.ts'

/** `/api/campaignconfig/`: the rows of `cc_campaign_config`. */
export function campaignConfigRouter(api: Api): Router {
  return new Router({ prefix: '/api/campaignconfig', sensitive: true })
    .get('/', list(api, campaignConfig))
    .post('/', create(api, campaignConfig))
    .patch('/', updateList(api, campaignConfig))
    .delete('/', removeList(api, campaignConfig))
    .get('/:key', read(api, campaignConfig))
    .put('/:key', update(api, campaignConfig))
    .patch('/:key', update(api, campaignConfig))
    .post('/:key', update(api, campaignConfig))
    .delete('/:key', remove(api, campaignConfig))
    .post('/:key/delete', remove(api, campaignConfig))
    .delete('/:key/delete', remove(api, campaignConfig))
}
