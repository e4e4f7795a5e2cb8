// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/registry.ts.

import type { Router } from '@koa/router'
import type { Api } from '../src/resources/api.ts'
import type { Resource } from '../src/resources/resource.ts'
import { agentTariffgroup } from './resources/agenttariffgroup.ts'
import { agentTariffgroupRouter } from './routers/agenttariffgroup.ts'

/** Every resource by its name in the URL. */
export const resources: ReadonlyMap<string, Resource> = new Map([
  ['agenttariffgroup', agentTariffgroup],
])

/** Makes the routes of each resource. */
export const routers: ReadonlyMap<string, (api: Api) => Router> = new Map([
  ['agenttariffgroup', agentTariffgroupRouter],
])
