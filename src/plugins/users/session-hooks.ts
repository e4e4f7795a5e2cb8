/** What happens around a write of `/api/usersession/`: a session is ended there, and begun by `POST /api/session/`. */
import { ApiError } from '../../errors.ts'
import type { Host, PluginHooks } from '../plugin.ts'
import { assertCovers, findStoredUser, inTurn } from './may-change.ts'

export const sessionHooks: PluginHooks = {
  validate({ operation }) {
    if (operation !== 'create') return
    const detail = 'A session is begun by POST /api/session/, with a name and a password.'
    throw new ApiError('method_not_allowed', detail, { headers: { Allow: 'GET, HEAD' } })
  },
  async beforeDelete({ origin, key, db }, { users }) {
    await inTurn(db)
    const row = await db.selectFrom('a2b_session').select('user_id').where('id', '=', key).executeTakeFirst()
    const user = row && (await findStoredUser(db, row['user_id']))
    if (user) assertCovers(origin, users, [user])
  },
  afterCommit: (_, { users }: Host) => users.changed(),
}
