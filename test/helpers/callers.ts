/** Callers and what they may do, for tests that need no login. */
import { type Access, EVERYTHING, makeAccess } from '../../src/access.ts'
import type { Caller } from '../../src/caller.ts'
import type { Db } from '../../src/db/db.ts'
import type { Origin } from '../../src/origin.ts'
import type { Api } from '../../src/resources/api.ts'
import { NO_HOOKS } from '../../src/resources/hooks.ts'
import type { Resource } from '../../src/resources/resource.ts'

export const admin: Caller = { id: 1, name: 'admin', access: EVERYTHING }

/** @returns what holds these permissions and no others */
export function holding(...permissions: readonly string[]): Access {
  return makeAccess({ permissions: new Set(permissions), masks: new Set(), scopes: [] })
}

/** Reads all of these resources, without secrets. */
export function readerOf(resources: Iterable<string>): Caller {
  const permissions = Array.from(resources, (name) => [`${name}:list`, `${name}:get`]).flat()
  return { id: 2, name: 'reader', access: holding(...permissions) }
}

export function from(caller: Caller): Origin {
  return { caller, address: '127.0.0.1', requestId: 'test' }
}

/** As the server makes it, without plugins and without an audit. */
export function apiOn(db: Db, resources: ReadonlyMap<string, Resource>): Api {
  return { db, resources, hooks: NO_HOOKS, audit: { record: async () => {} }, tagKey: 'test', canRollBack: () => true }
}
