/**
 * Who may use the API, as it is stored: the table `user`, which is the original API's, with what was granted to a user
 * and the keys that were made for him in tables of ours.
 */
import type { Cell, Db, Row } from '../db/db.ts'

export interface User {
  readonly id: number
  /** As stored, in Unicode's composed form. */
  readonly name: string
  /** Hash, see password.ts. */
  readonly password: string
  readonly active: boolean
  readonly admin: boolean
  /** See grant.ts; in the order in which they were given. */
  readonly grants: readonly string[]
}

export interface ApiKey {
  readonly id: number
  /** See api-key.ts. */
  readonly hash: string
  readonly hasExpired: boolean
  /** No use was noted within the last minute. */
  readonly isUnnoted: boolean
  readonly grants: readonly string[]
}

export interface KeyAndUser {
  readonly key: ApiKey
  readonly user: User
}

/** Columns of the table, for joins that call it `u`: {@link userOf} reads them, with a grant's text after them. */
export const USER = 'u.id, u.username, u.password, u.active, u.admin'

/** A row for each grant. */
const USERS = `select ${USER}, g.grant_text from \`user\` u
  left join a2b_users_grant g on g.user_id = u.id and g.key_id is null`

/**
 * The user of exactly this name: the column's collation may find `ADMIN` and `admin ` too.
 *
 * The original's table is latin1, where a name in other letters would be an error if it were not converted.
 */
export async function findUser(db: Pick<Db, 'readRows'>, name: string): Promise<User | undefined> {
  const forms = [name.normalize('NFC'), name.normalize('NFD')]
  const sql = `${USERS} where convert(u.username using utf8mb4) in (?, ?) order by u.id, g.id`
  const rows = await db.readRows({ sql, parameters: forms })
  const isNamed = ([, stored]: Row): boolean => toText(stored).normalize('NFC') === forms[0]
  const id = rows.find(isNamed)?.[0]
  return toUser(rows.filter((row) => row[0] === id))
}

export async function readUser(db: Pick<Db, 'readRows'>, id: number): Promise<User | undefined> {
  return toUser(await db.readRows({ sql: `${USERS} where u.id = ? order by g.id`, parameters: [id] }))
}

const KEYS = `select ${USER}, g.grant_text, g.key_id, k.id, k.hash,
  coalesce(k.expires_at <= current_timestamp, 0),
  coalesce(k.last_used_at < current_timestamp - interval 1 minute, 1)
  from a2b_users_key k join \`user\` u on u.id = k.user_id
  left join a2b_users_grant g on g.user_id = u.id and (g.key_id is null or g.key_id = k.id)
  where k.id = ? order by g.id`

/** @param id - of the key; @returns undefined where there is none, or no user to it */
export async function readKey(db: Pick<Db, 'readRows'>, id: number): Promise<KeyAndUser | undefined> {
  const rows = await db.readRows({ sql: KEYS, parameters: [id] })
  const [first] = rows
  if (first === undefined) return undefined
  const isOwn = (row: Row): boolean => row[6] === null
  const [, , , , , , , keyId, hash, hasExpired, isUnnoted] = first
  return {
    user: userOf(first, rows.filter(isOwn)),
    key: {
      id: Number(keyId),
      hash: toText(hash),
      hasExpired: Number(hasExpired) === 1,
      isUnnoted: Number(isUnnoted) === 1,
      grants: grantsOf(rows.filter((row) => !isOwn(row))),
    },
  }
}

/** Notes that a key was used just now. */
export async function noteUse(db: Pick<Db, 'write'>, keyId: number): Promise<void> {
  await db.write({ sql: 'update a2b_users_key set last_used_at = current_timestamp where id = ?', parameters: [keyId] })
}

/** Keeps others from changing a user's password until the transaction has ended, where the table has locks. */
export async function lockHash(session: Pick<Db, 'readRows'>, id: number): Promise<string | undefined> {
  const sql = 'select password from `user` where id = ? for update'
  const [row] = await session.readRows({ sql, parameters: [id] })
  return row && toText(row[0])
}

/** @returns false where it was changed meanwhile, and stays so */
export async function replaceHash(db: Pick<Db, 'write'>, { id, password: old }: User, hash: string): Promise<boolean> {
  const sql = 'update `user` set password = ? where id = ? and password = ?'
  return (await db.write({ sql, parameters: [hash, id, old] })).affectedRows > 0
}

function toUser(rows: readonly Row[]): User | undefined {
  return rows[0] && userOf(rows[0], rows)
}

/** @param grants - rows of this user, one for each grant */
export function userOf([id, name, password, active, admin]: Row, grants: readonly Row[]): User {
  return {
    id: Number(id),
    name: toText(name).normalize('NFC'),
    password: toText(password),
    active: Number(active) === 1,
    admin: Number(admin) === 1,
    grants: grantsOf(grants),
  }
}

/** Without a grant, the join gives one row with a null in the place of its text. */
function grantsOf(rows: readonly Row[]): string[] {
  return rows.flatMap(([, , , , , grant]) => (grant === null || grant === undefined ? [] : [toText(grant)]))
}

function toText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}
