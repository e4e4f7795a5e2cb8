/** What happens around a write of `/api/key/`: a key is removed there, and made by {@link addKey}. */
import type { Host, PluginHooks } from '../plugin.ts'
import { assertCovers, findStoredUser, grantsOf, inTurn } from './may-change.ts'

export const keyHooks: PluginHooks = {
  async beforeDelete({ origin, key, db }, { users }) {
    await inTurn(db)
    const row = await db.selectFrom('a2b_users_key').select('user_id').where('id', '=', key).executeTakeFirst()
    const user = row && (await findStoredUser(db, row['user_id']))
    if (user) assertCovers(origin, users, [user, await grantsOf(db, user.id, key)])
    await db.deleteFrom('a2b_users_grant').where('key_id', '=', key).execute()
  },
  afterCommit: (_, { users }: Host) => users.changed(),
}
