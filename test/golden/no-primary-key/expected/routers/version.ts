// @generated from cc_version by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list } from '../../src/resources/handlers.ts'
import { version } from '../resources/version.ts'

/** `/api/version/`: the rows of `cc_version`, as a list. */
export function versionRouter(api: Api): Router {
  return new Router({ prefix: '/api/version', sensitive: true }).get('/', list(api, version))
}
