// @generated from cc_campaign_phonebook by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { campaignPhonebook } from '../resources/campaignphonebook.ts'

/** `/api/campaignphonebook/`: the rows of `cc_campaign_phonebook`. */
export function campaignPhonebookRouter(api: Api): Router {
  return new Router({ prefix: '/api/campaignphonebook', sensitive: true })
    .get('/', list(api, campaignPhonebook))
    .post('/', create(api, campaignPhonebook))
    .patch('/', updateList(api, campaignPhonebook))
    .delete('/', removeList(api, campaignPhonebook))
    .get('/:key', read(api, campaignPhonebook))
    .put('/:key', update(api, campaignPhonebook))
    .patch('/:key', update(api, campaignPhonebook))
    .post('/:key', update(api, campaignPhonebook))
    .delete('/:key', remove(api, campaignPhonebook))
    .post('/:key/delete', remove(api, campaignPhonebook))
    .delete('/:key/delete', remove(api, campaignPhonebook))
}
