/** The verdict on the database, the setting `A2B_ON_DRIFT` -> what is served, or the reason why nothing is. */
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import type { Router } from '@koa/router'
import type { Db } from '../db/db.ts'
import type { Logger } from '../http/log.ts'
import type { Api } from '../resources/api.ts'
import type { Resource } from '../resources/resource.ts'
import { StartError } from '../start-error.ts'
import { countOf, type Drift } from './drift.ts'
import { findHidden } from './hidden.ts'
import { narrow } from './narrow.ts'
import { narrowedDocument } from './narrowed-document.ts'
import { narrowedRouter } from './narrowed-router.ts'
import { refusalText } from './refusal.ts'

/** What the generated folder holds. */
export interface Served {
  readonly resources: ReadonlyMap<string, Resource>
  readonly routers: ReadonlyMap<string, (api: Api) => Router>
  readonly openapi: OpenAPIObject
}

export interface FaceDriftOptions {
  readonly db: Db
  readonly onDrift: 'refuse' | 'warn'
  readonly log: Logger
}

/**
 * @returns `served` itself while the database has all of it
 * @throws {@link StartError} when it has not, unless `onDrift` is `warn`
 */
export async function faceDrift(served: Served, drift: Drift, { db, onDrift, log }: FaceDriftOptions): Promise<Served> {
  if (drift.status === 'equal') return served
  const counts = { breaking: countOf(drift, 'breaking'), additive: countOf(drift, 'additive') }
  if (drift.status === 'additive') {
    log.warn({ ...counts, changes: drift.differences.slice(0, LOGGED).map(({ text }) => text) }, ADDITIVE)
    return served
  }
  if (onDrift === 'refuse') {
    throw new StartError(refusalText(drift, await findHidden(db, served.resources.values(), drift.live)))
  }
  log.warn({ ...counts, changes: drift.differences.slice(0, LOGGED).map(({ text }) => text) }, BREAKING)
  const narrowed = narrow(served.resources, drift.live)
  for (const { isGone, ...loss } of narrowed.losses) {
    log.warn(
      loss,
      isGone
        ? 'resource left out: its table is gone'
        : 'resource narrowed: its `columns` are not served, and requests for what `refused` names get a 405',
    )
  }
  const routers = new Map(
    [...served.routers].flatMap(([name, router]) => {
      const before = served.resources.get(name)
      const now = narrowed.resources.get(name)
      if (!now) return []
      return [[name, now === before ? router : narrowedRouter(now)] as const]
    }),
  )
  const openapi = narrowedDocument(served.openapi, served.resources, narrowed)
  return { resources: narrowed.resources, routers, openapi }
}

/** Changes named in one line of the log. */
const LOGGED = 20
const ADDITIVE =
  'the database has changed since generated/ was made from it, and nothing that is served is lost by it; what is new ' +
  'shows once `a2b generate` has run again'
const BREAKING =
  'the database has changed since generated/ was made from it; A2B_ON_DRIFT=warn: what is left is served. ' +
  'Run `a2b generate --accept-breaking` and start again'
