// @generated from crm_log by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list, read } from '../../src/resources/handlers.ts'
import { crmLog } from '../resources/crmlog.ts'

/** `/api/crmlog/`: the rows of `crm_log`, read-only. */
export function crmLogRouter(api: Api): Router {
  return new Router({ prefix: '/api/crmlog', sensitive: true })
    .get('/', list(api, crmLog))
    .get('/:key', read(api, crmLog))
}
