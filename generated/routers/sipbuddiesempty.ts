// @generated from cc_sip_buddies_empty by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list } from '../../src/resources/handlers.ts'
import { sipBuddiesEmpty } from '../resources/sipbuddiesempty.ts'

/** `/api/sipbuddiesempty/`: the rows of `cc_sip_buddies_empty`, as a list. */
export function sipBuddiesEmptyRouter(api: Api): Router {
  return new Router({ prefix: '/api/sipbuddiesempty', sensitive: true }).get('/', list(api, sipBuddiesEmpty))
}
