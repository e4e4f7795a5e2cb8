// @generated from cc_package by `a2b generate`. Do not edit: see codegen/emitters/routers.ts.

import { Router } from '@koa/router'
import type { Api } from '../../src/resources/api.ts'
import { list } from '../../src/resources/handlers.ts'
import { packageTable } from '../resources/package.ts'

/** `/api/package/`: the rows of `cc_package`, as a list. */
export function packageTableRouter(api: Api): Router {
  return new Router({ prefix: '/api/package', sensitive: true }).get('/', list(api, packageTable))
}
