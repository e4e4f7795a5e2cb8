// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/registry.ts.

import type { Router } from '@koa/router'
import type { Api } from '../src/resources/api.ts'
import type { Resource } from '../src/resources/resource.ts'
import { version } from './resources/version.ts'
import { versionRouter } from './routers/version.ts'

/** Every resource by its name in the URL. */
export const resources: ReadonlyMap<string, Resource> = new Map([
  ['version', version],
])

/** Makes the routes of each resource. */
export const routers: ReadonlyMap<string, (api: Api) => Router> = new Map([
  ['version', versionRouter],
])
