/** What a plugin writes for somebody, and which rows there are for him. */
import type { Caller } from '../caller.ts'
import type { Bindable } from '../db/numeric-literal.ts'
import { ApiError } from '../errors.ts'
import type { Api } from '../resources/api.ts'
import { projectionOf } from '../resources/projection.ts'
import type { Resource } from '../resources/resource.ts'
import { parseKey } from '../resources/row-key.ts'
import { selectRow } from '../resources/row-statements.ts'
import { viewOf } from '../resources/view.ts'
import type { Lease } from './guarded-db.ts'
import type { Guard } from './lent-session.ts'
import type { Host } from './plugin.ts'

/** The handle is the plugin's until the audit has told of it: what it writes later would be nobody's. */
export function writeOn({ db, audit }: Api, guard: Guard): Host['write'] {
  return (origin, work) =>
    db.transaction(async (session) => {
      const lease: Lease = { isOver: false }
      try {
        const entry = await work(guard.kysely(session.kysely, lease))
        await audit.record(session, origin, entry)
        return entry
      } finally {
        lease.isOver = true
      }
    })
}

/** As {@link Host.sees}. Whether the caller may list or get such rows is another question, which permissions answer. */
export async function sees(api: Api, caller: Caller, name: string, key: string): Promise<boolean> {
  const whole = api.resources.get(name)
  if (!whole) throw new Error(`There is no resource ${name}`)
  const view = viewOf(api, caller)
  const seen = view.resources.get(name)
  const values = keyOf(whole, key)
  if (!seen || !values) return false
  // The key may be masked.
  const row: Resource = { ...seen, primaryKey: whole.primaryKey, columns: whole.columns }
  return (await api.db.readRows(selectRow(view, row, projectionOf(whole, false), values))).length > 0
}

/** @returns undefined for what can be the key of no row */
function keyOf(resource: Resource, key: string): Bindable[] | undefined {
  try {
    return parseKey(resource, key)
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}
