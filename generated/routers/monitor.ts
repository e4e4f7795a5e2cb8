// @generated from cc_monitor by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list, read } from '../../src/resources/handlers.ts'
import { monitor } from '../resources/monitor.ts'

/** `/api/monitor/`: the rows of `cc_monitor`, read-only. */
export function monitorRouter(api: Api): Router {
  return new Router({ prefix: '/api/monitor', sensitive: true })
    .get('/', list(api, monitor))
    .get('/:key', read(api, monitor))
}
