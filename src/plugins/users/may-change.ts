/**
 * Who may change whom. Nobody changes a user who may do what he may not do himself, nor lets one do more than he may:
 * so no path leads from `users:manage` to more than its holder was given. And one administrator has to stay.
 */
import type { Kysely } from 'kysely'
import type { AnyTables } from '../../db/db.ts'
import { ApiError } from '../../errors.ts'
import type { Origin } from '../../origin.ts'
import { covers, type Rights } from '../../users/rights.ts'
import type { Users } from '../../users/users.ts'

export interface StoredUser extends Rights {
  readonly id: number
  readonly name: string
  readonly active: boolean
}

/**
 * Lets one change after the other come to its end, in all processes: each first locks the first user's row.
 *
 * Nothing may have been read without a lock before, for what is read afterwards would be as old as that.
 */
export async function inTurn(db: Kysely<AnyTables>): Promise<void> {
  await db.selectFrom('user').select('id').orderBy('id').limit(1).forUpdate().execute()
}

/** @returns undefined where there is none */
export async function findStoredUser(db: Kysely<AnyTables>, id: unknown): Promise<StoredUser | undefined> {
  const columns = ['id', 'username', 'active', 'admin'] as const
  const row = await db.selectFrom('user').select(columns).where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: Number(row['id']),
      name: String(row['username']),
      active: Number(row['active']) === 1,
      admin: Number(row['admin']) === 1,
      grants: await grantsOf(db, id, null),
    }
  )
}

/** @param keyId - null for the user's own */
export async function grantsOf(db: Kysely<AnyTables>, userId: unknown, keyId: unknown): Promise<string[]> {
  const rows = await db
    .selectFrom('a2b_users_grant')
    .select('grant_text')
    .where('user_id', '=', userId)
    .where('key_id', keyId === null ? 'is' : '=', keyId)
    .orderBy('id')
    .execute()
  return rows.map((row) => String(row['grant_text']))
}

/**
 * @param states - of what the caller changes: what one may do before it, and what one may do after it
 * @throws ApiError `forbidden`
 */
export function assertCovers(
  { caller }: Origin,
  users: Users,
  ...states: readonly [Rights, (readonly string[])?][]
): void {
  if (states.every(([rights, keyGrants]) => covers(caller.access, users.accessOf(rights, keyGrants)))) return
  throw new ApiError(
    'forbidden',
    'Nobody changes who may do more than he may himself, nor lets anyone do more. Ask an administrator.',
  )
}

/**
 * @param after - what becomes of the user; undefined where he is removed
 * @throws ApiError `last_administrator`
 */
export async function assertAdministratorStays(
  db: Kysely<AnyTables>,
  before: StoredUser,
  after?: Pick<StoredUser, 'active' | 'admin'>,
): Promise<void> {
  if (!(before.active && before.admin) || (after?.active && after.admin)) return
  const other = await db
    .selectFrom('user')
    .select('id')
    .where('active', '=', 1)
    .where('admin', '=', 1)
    .where('id', '<>', before.id)
    .limit(1)
    .execute()
  if (other.length > 0) return
  throw new ApiError(
    'last_administrator',
    `"${before.name}" is the only active administrator. Make another one first, or nobody could ever do so again.`,
  )
}
