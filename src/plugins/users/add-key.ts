/** Makes an API key: its row, what it is limited to, and the audit's row, or none of them. */
import { sql } from 'kysely'
import type { Session } from '../../db/db.ts'
import type { Origin } from '../../origin.ts'
import type { Api, AuditEntry } from '../../resources/api.ts'
import { hashApiKey, makeApiKey } from '../../users/api-key.ts'
import type { Users } from '../../users/users.ts'
import { assertGivable } from './grant-hooks.ts'
import { invalid } from './invalid.ts'
import { assertCovers, findStoredUser, inTurn } from './may-change.ts'

export interface NewKey {
  /** Whose key it is: it can do no more than he may. */
  readonly userId: string
  /** For people, to tell it from others. */
  readonly name: string
  /** After which it is refused; undefined for never. */
  readonly days?: number
  /** What it may do of that; empty for all of it. */
  readonly grants: readonly string[]
}

export interface AddedKey {
  readonly id: string
  /** What the client sends; it cannot be shown again. */
  readonly key: string
}

/** So that TIMESTAMP can hold the end. */
export const MAX_DAYS = 3650

/** @throws ApiError `invalid_value`; `forbidden` where the key could do more than who makes it */
export async function addKey(api: Api, users: Users, origin: Origin, given: NewKey): Promise<AddedKey> {
  const { userId, name, days, grants } = given
  if (name.length === 0 || name.length > 100) throw invalid('name', 'Must have 1 to 100 characters.')
  for (const grant of grants) assertGivable(grant, users, api)
  const added = await api.db.transaction(async (session) => {
    const { kysely: db } = session
    await inTurn(db)
    const user = await findStoredUser(db, userId)
    if (!user) throw invalid('user', `No user has the number ${userId}.`)
    assertCovers(origin, users, [user, grants])
    const id = await insertKey(session, user.id, name, days)
    const key = makeApiKey(id)
    await db
      .updateTable('a2b_users_key')
      .set({ hash: hashApiKey(key) })
      .where('id', '=', id)
      .execute()
    for (const grant of grants) {
      await db.insertInto('a2b_users_grant').values({ user_id: user.id, key_id: id, grant_text: grant }).execute()
    }
    const changes: AuditEntry['changes'] = {
      user: [null, String(user.id)],
      name: [null, name],
      days: [null, days === undefined ? null : String(days)],
      grants: [null, grants.join(' ')],
      hash: 'changed',
    }
    await api.audit.record(session, origin, { operation: 'create', resource: 'key', key: id, changes })
    return { id, key }
  })
  users.changed()
  return added
}

/** Under a hash of nothing, which no key has, until its number is known. */
async function insertKey({ kysely }: Session, userId: number, name: string, days?: number): Promise<string> {
  const end = days === undefined ? null : sql`current_timestamp + interval ${days} day`
  const query = kysely.insertInto('a2b_users_key').values({ user_id: userId, name, hash: '', expires_at: end })
  const { insertId } = await query.executeTakeFirstOrThrow()
  return String(insertId)
}
