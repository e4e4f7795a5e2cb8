/** What happens around a write of `/api/grant/`. */
import type { Kysely } from 'kysely'
import type { AnyTables } from '../../db/db.ts'
import { ApiError } from '../../errors.ts'
import type { Api } from '../../resources/api.ts'
import { makeRowScope } from '../../resources/row-scope.ts'
import type { Users } from '../../users/users.ts'
import type { Host, PluginHooks } from '../plugin.ts'
import { invalid } from './invalid.ts'
import { assertCovers, findStoredUser, grantsOf, inTurn } from './may-change.ts'

export const grantHooks: PluginHooks = {
  validate({ values, operation }, { users, api }) {
    if (operation === 'create') assertGivable(String(values['grant']), users, api)
  },
  async beforeCreate({ origin, values, db }, { users }) {
    const { user: userId, key: keyId = null, grant } = values
    await inTurn(db)
    const user = await findStoredUser(db, userId)
    if (!user) throw invalid('user', `No user has the number ${String(userId)}.`)
    if (keyId !== null && !(await isKeyOf(db, keyId, user.id))) {
      throw invalid('key', `No key of this user has the number ${String(keyId)}.`)
    }
    if (keyId === null && user.admin) {
      throw invalid('user', 'An administrator may do everything, whatever was granted. Set "admin" to false first.')
    }
    const before = await grantsOf(db, user.id, keyId)
    if (before.includes(String(grant))) throw new ApiError('duplicate_key', 'This was granted already.')
    const after = [...before, String(grant)]
    if (keyId === null) assertCovers(origin, users, [user], [{ ...user, grants: after }])
    else assertCovers(origin, users, [user, before], [user, after])
  },
  async beforeDelete({ origin, key, db }, { users }) {
    await inTurn(db)
    const row = await db.selectFrom('a2b_users_grant').selectAll().where('id', '=', key).executeTakeFirst()
    const user = row && (await findStoredUser(db, row['user_id']))
    // Of a user who was removed by hand, what he was given is nobody's.
    if (!row || !user) return
    const keyId = row['key_id'] ?? null
    const before = await grantsOf(db, user.id, keyId)
    const after = before.toSpliced(before.indexOf(String(row['grant_text'])), 1)
    if (keyId === null) assertCovers(origin, users, [user], [{ ...user, grants: after }])
    else assertCovers(origin, users, [user, before], [user, after])
  },
  afterCommit: (_, { users }: Host) => users.changed(),
}

/**
 * @throws ApiError `invalid_value` for what is no grant, for a scope that no list could be asked for, and for the one
 *   thing that is a field of the user instead
 */
export function assertGivable(text: string, users: Users, api: Api): void {
  const refuse = (detail: string): ApiError => invalid('grant', `${text}: ${detail}`)
  const problem = users.grantProblem(text)
  if (problem !== undefined) throw refuse(problem)
  if (text === 'role:administrator') throw refuse('Administrators are users with "admin": true.')
  const [, name = '', query] = /^scope:(\w+)\?(.+)$/.exec(text) ?? []
  const resource = api.resources.get(name)
  if (query === undefined || resource === undefined) return
  try {
    makeRowScope(api, resource, [query])
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error))
  }
}

async function isKeyOf(db: Kysely<AnyTables>, keyId: unknown, userId: number): Promise<boolean> {
  const query = db.selectFrom('a2b_users_key').select('id').where('id', '=', keyId).where('user_id', '=', userId)
  return (await query.executeTakeFirst()) !== undefined
}
