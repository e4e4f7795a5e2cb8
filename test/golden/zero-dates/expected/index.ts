// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/registry.ts.

import type { Router } from '@koa/router'
import type { Api } from '../src/resources/api.ts'
import type { Resource } from '../src/resources/resource.ts'
import { call } from './resources/call.ts'
import { callRouter } from './routers/call.ts'

/** Every resource by its name in the URL. */
export const resources: ReadonlyMap<string, Resource> = new Map([
  ['call', call],
])

/** Makes the routes of each resource. */
export const routers: ReadonlyMap<string, (api: Api) => Router> = new Map([
  ['call', callRouter],
])
