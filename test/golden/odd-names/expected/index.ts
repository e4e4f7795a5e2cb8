// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/registry.ts.

import type { Router } from '@koa/router'
import type { Api } from '../src/resources/api.ts'
import type { Resource } from '../src/resources/resource.ts'
import { oddTableSName } from './resources/Odd-table-s-name.ts'
import { packageTable } from './resources/package.ts'
import { oddTableSNameRouter } from './routers/Odd-table-s-name.ts'
import { packageTableRouter } from './routers/package.ts'

/** Every resource by its name in the URL. */
export const resources: ReadonlyMap<string, Resource> = new Map([
  ['Odd-table-s-name', oddTableSName],
  ['package', packageTable],
])

/** Makes the routes of each resource. */
export const routers: ReadonlyMap<string, (api: Api) => Router> = new Map([
  ['Odd-table-s-name', oddTableSNameRouter],
  ['package', packageTableRouter],
])
