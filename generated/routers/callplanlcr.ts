// @generated from cc_callplan_lcr by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list } from '../../src/resources/handlers.ts'
import { callplanLcr } from '../resources/callplanlcr.ts'

/** `/api/callplanlcr/`: the rows of `cc_callplan_lcr`, as a list. */
export function callplanLcrRouter(api: Api): Router {
  return new Router({ prefix: '/api/callplanlcr', sensitive: true }).get('/', list(api, callplanLcr))
}
