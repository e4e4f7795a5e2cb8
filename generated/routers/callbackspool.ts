// @generated from cc_callback_spool by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list, read } from '../../src/resources/handlers.ts'
import { callbackSpool } from '../resources/callbackspool.ts'

/** `/api/callbackspool/`: the rows of `cc_callback_spool`, read-only. */
export function callbackSpoolRouter(api: Api): Router {
  return new Router({ prefix: '/api/callbackspool', sensitive: true })
    .get('/', list(api, callbackSpool))
    .get('/:key', read(api, callbackSpool))
}
