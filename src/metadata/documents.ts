/** The OpenAPI document as bytes: the whole, and what each caller sees of it. */
import type { OpenAPIObject } from 'openapi3-ts/oas31'
import { makeAccess, permissionsOf } from '../access.ts'
import type { Caller } from '../caller.ts'
import { RecentCache } from '../recent-cache.ts'
import type { Api } from '../resources/api.ts'
import { viewOf } from '../resources/view.ts'
import { callerDocument } from './caller-document.ts'

/** One may have two megabytes. Most servers have a handful of roles. */
const CAPACITY = 16

export interface Documents {
  readonly whole: Buffer
  /** The same bytes for callers with the same rights, whichever rows are theirs; the whole for who sees everything. */
  of(caller: Caller): Buffer
}

/** @param api - as everybody's */
export function documentsOf(whole: OpenAPIObject, api: Api): Documents {
  const bytes = Buffer.from(JSON.stringify(whole))
  const kept = new RecentCache<Buffer>(CAPACITY)
  return {
    whole: bytes,
    of(caller) {
      const view = viewOf(api, caller)
      const { access } = caller
      if (view === api && permissionsOf(access)[0] === '*') return bytes
      const closed = [...api.resources.keys()].filter((name) => !view.resources.has(name))
      const { id } = makeAccess(...access.layers.map((layer) => ({ ...layer, scopes: [] })))
      return kept.get(JSON.stringify([id, closed]), () =>
        Buffer.from(JSON.stringify(callerDocument(whole, api, caller))),
      )
    },
  }
}
