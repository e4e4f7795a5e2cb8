/** What happens around a write of `/api/usersession/`: a session is ended there, and begun by `POST /api/session/`. */
import type { Host, PluginHooks } from '../plugin.ts'
import { assertCovers, findStoredUser, inTurn } from './may-change.ts'

export const sessionHooks: PluginHooks = {
  async beforeDelete({ origin, key, db }, { users }) {
    await inTurn(db)
    const row = await db.selectFrom('a2b_session').select('user_id').where('id', '=', key).executeTakeFirst()
    const user = row && (await findStoredUser(db, row['user_id']))
    if (user) assertCovers(origin, users, [user])
  },
  afterCommit: (_, { users }: Host) => users.changed(),
}
