// @generated from cc_subscription_signup by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { create, list, read, remove, removeList, update, updateList } from '../../src/resources/handlers.ts'
import { subscriptionSignup } from '../resources/subscriptionsignup.ts'

/** `/api/subscriptionsignup/`: the rows of `cc_subscription_signup`. */
export function subscriptionSignupRouter(api: Api): Router {
  return new Router({ prefix: '/api/subscriptionsignup', sensitive: true })
    .get('/', list(api, subscriptionSignup))
    .post('/', create(api, subscriptionSignup))
    .patch('/', updateList(api, subscriptionSignup))
    .delete('/', removeList(api, subscriptionSignup))
    .get('/:key', read(api, subscriptionSignup))
    .put('/:key', update(api, subscriptionSignup))
    .patch('/:key', update(api, subscriptionSignup))
    .post('/:key', update(api, subscriptionSignup))
    .delete('/:key', remove(api, subscriptionSignup))
    .post('/:key/delete', remove(api, subscriptionSignup))
    .delete('/:key/delete', remove(api, subscriptionSignup))
}
