// @generated from crm_mail_queue by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list, read } from '../../src/resources/handlers.ts'
import { crmMailQueue } from '../resources/crmmailqueue.ts'

/** `/api/crmmailqueue/`: the rows of `crm_mail_queue`, read-only. */
export function crmMailQueueRouter(api: Api): Router {
  return new Router({ prefix: '/api/crmmailqueue', sensitive: true })
    .get('/', list(api, crmMailQueue))
    .get('/:key', read(api, crmMailQueue))
}
