// @generated from cc_campaign by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { campaign } from '../resources/campaign.ts'

/** `/api/campaign/`: the rows of `cc_campaign`. */
export function campaignRouter(api: Api): Router {
  return new Router({ prefix: '/api/campaign', sensitive: true })
    .get('/', list(api, campaign))
    .post('/', create(api, campaign))
    .patch('/', updateList(api, campaign))
    .delete('/', removeList(api, campaign))
    .get('/:key', read(api, campaign))
    .put('/:key', update(api, campaign))
    .patch('/:key', update(api, campaign))
    .post('/:key', update(api, campaign))
    .delete('/:key', remove(api, campaign))
    .post('/:key/delete', remove(api, campaign))
    .delete('/:key/delete', remove(api, campaign))
}
