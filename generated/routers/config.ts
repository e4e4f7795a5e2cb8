// @generated from cc_config by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list, read } from '../../src/resources/handlers.ts'
import { config } from '../resources/config.ts'

/** `/api/config/`: the rows of `cc_config`, read-only. */
export function configRouter(api: Api): Router {
  return new Router({ prefix: '/api/config', sensitive: true })
    .get('/', list(api, config))
    .get('/:key', read(api, config))
}
