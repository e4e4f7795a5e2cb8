// @generated from cc_subscription_service by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { subscriptionService } from '../resources/subscriptionservice.ts'

/** `/api/subscriptionservice/`: the rows of `cc_subscription_service`. */
export function subscriptionServiceRouter(api: Api): Router {
  return new Router({ prefix: '/api/subscriptionservice', sensitive: true })
    .get('/', list(api, subscriptionService))
    .post('/', create(api, subscriptionService))
    .patch('/', updateList(api, subscriptionService))
    .delete('/', removeList(api, subscriptionService))
    .get('/:key', read(api, subscriptionService))
    .put('/:key', update(api, subscriptionService))
    .patch('/:key', update(api, subscriptionService))
    .post('/:key', update(api, subscriptionService))
    .delete('/:key', remove(api, subscriptionService))
    .post('/:key/delete', remove(api, subscriptionService))
    .delete('/:key/delete', remove(api, subscriptionService))
}
