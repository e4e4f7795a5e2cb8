// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/registry.ts.

import type { Router } from '@koa/router'
import type { Api } from '../src/resources/api.ts'
import type { Resource } from '../src/resources/resource.ts'
import { card } from './resources/card.ts'
import { crmLog } from './resources/crmlog.ts'
import { crmMailQueue } from './resources/crmmailqueue.ts'
import { customer } from './resources/customer.ts'
import { cardRouter } from './routers/card.ts'
import { crmLogRouter } from './routers/crmlog.ts'
import { crmMailQueueRouter } from './routers/crmmailqueue.ts'
import { customerRouter } from './routers/customer.ts'

/** Every resource by its name in the URL. */
export const resources: ReadonlyMap<string, Resource> = new Map([
  ['card', card],
  ['crmlog', crmLog],
  ['crmmailqueue', crmMailQueue],
  ['customer', customer],
])

/** Makes the routes of each resource. */
export const routers: ReadonlyMap<string, (api: Api) => Router> = new Map([
  ['card', cardRouter],
  ['crmlog', crmLogRouter],
  ['crmmailqueue', crmMailQueueRouter],
  ['customer', customerRouter],
])
