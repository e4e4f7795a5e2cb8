// @generated from cc_campaign_phonestatus by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { campaignPhonestatus } from '../resources/campaignphonestatus.ts'

/** `/api/campaignphonestatus/`: the rows of `cc_campaign_phonestatus`. */
export function campaignPhonestatusRouter(api: Api): Router {
  return new Router({ prefix: '/api/campaignphonestatus', sensitive: true })
    .get('/', list(api, campaignPhonestatus))
    .post('/', create(api, campaignPhonestatus))
    .patch('/', updateList(api, campaignPhonestatus))
    .delete('/', removeList(api, campaignPhonestatus))
    .get('/:key', read(api, campaignPhonestatus))
    .put('/:key', update(api, campaignPhonestatus))
    .patch('/:key', update(api, campaignPhonestatus))
    .post('/:key', update(api, campaignPhonestatus))
    .delete('/:key', remove(api, campaignPhonestatus))
    .post('/:key/delete', remove(api, campaignPhonestatus))
    .delete('/:key/delete', remove(api, campaignPhonestatus))
}
