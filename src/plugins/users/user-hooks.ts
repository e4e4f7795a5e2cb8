/** What happens around a write of `/api/user/`. */
import type { Kysely } from 'kysely'
import type { AnyTables } from '../../db/db.ts'
import type { TransactionEvent, Values } from '../../resources/hooks.ts'
import { passwordProblem } from '../../users/password-rules.ts'
import type { Host, PluginHooks } from '../plugin.ts'
import { invalid } from './invalid.ts'
import { assertAdministratorStays, assertCovers, findStoredUser, inTurn, type StoredUser } from './may-change.ts'

export const userHooks: PluginHooks = {
  /** The only place in which a password is seen: what is written is its hash, whatever it looks like. */
  async validate({ values, key }, { users, db }) {
    const { username, password } = values
    const changed: Record<string, unknown> = { ...values }
    if (typeof username === 'string') changed['username'] = checkedName(username)
    if (typeof password !== 'string') return changed
    const name = username ?? (key === null ? '' : (await findStoredUser(db, key))?.name)
    const problem = passwordProblem(password, String(name ?? ''))
    if (problem) throw invalid('password', `The password ${problem}`)
    return { ...changed, password: await users.hashPassword(password) }
  },
  async beforeCreate({ origin, values }, { users }) {
    assertCovers(origin, users, [{ admin: values['admin'] === true, grants: [] }])
  },
  /** A number that was another user's before brings nothing along, though that one was removed by hand. */
  async afterCreate({ db, key }) {
    await removeWhatWasGiven(db, key)
  },
  async beforeUpdate(event, { users }) {
    const before = await lockUser(event)
    if (!before) return
    const after = { ...before, ...flagsIn(event.values) }
    assertCovers(event.origin, users, [before], [after])
    await assertAdministratorStays(event.db, before, after)
    const isAnother =
      event.values['password'] !== undefined || after.active !== before.active || after.admin !== before.admin
    if (isAnother) await removeOf(event.db, String(before.id), ['a2b_session'])
  },
  async beforeDelete(event, { users }) {
    const before = await lockUser(event)
    if (!before) return
    assertCovers(event.origin, users, [before])
    await assertAdministratorStays(event.db, before)
    await removeWhatWasGiven(event.db, String(before.id))
  },
  afterCommit: (_, { users }: Host) => users.changed(),
}

async function lockUser({ db, key }: TransactionEvent): Promise<StoredUser | undefined> {
  await inTurn(db)
  return findStoredUser(db, key)
}

function flagsIn({ active, admin }: Values): Partial<Pick<StoredUser, 'active' | 'admin'>> {
  return { ...(typeof active === 'boolean' && { active }), ...(typeof admin === 'boolean' && { admin }) }
}

function removeWhatWasGiven(db: Kysely<AnyTables>, userId: string): Promise<void> {
  return removeOf(db, userId, ['a2b_users_grant', 'a2b_users_key', 'a2b_session'])
}

/** Under a lock of the user's row, as everybody takes it who changes his sessions and his password together. */
async function removeOf(db: Kysely<AnyTables>, userId: string, tables: readonly string[]): Promise<void> {
  await db.selectFrom('user').select('id').where('id', '=', userId).forUpdate().execute()
  for (const table of tables) await db.deleteFrom(table).where('user_id', '=', userId).execute()
}

/** HTTP Basic ends a name at its first colon, and nobody can type what does not show. */
function checkedName(given: string): string {
  const name = given.normalize('NFC')
  if (name === '' || /[:\p{Cc}]|^\s|\s$/u.test(name)) {
    throw invalid('username', 'Must not be empty, hold a colon or control characters, nor begin or end with a space.')
  }
  return name
}
