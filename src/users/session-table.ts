/**
 * The table `a2b_session`: who is signed in with a browser.
 *
 * A session is bound to the hash of the password that it began with, so it ends with that however it is changed, by
 * hand, too. Until when it lasts is a matter of the database's clock alone.
 */
import { hash } from 'node:crypto'
import type { Cell, Db, Row } from '../db/db.ts'
import { USER, userOf, type User } from './user-table.ts'

/** Minutes. */
export interface SessionLimits {
  /** After which a session ends, however much it is used. */
  readonly lifetime: number
  /** Without use, after which it ends. */
  readonly idle: number
}

export interface Session {
  readonly id: number
  /** Of its token, see session-token.ts. */
  readonly hash: string
  /** When it ends at the latest: `YYYY-MM-DD HH:MM:SS`. */
  readonly expiresAt: string
  /** By the clock, or with the password that it began with. */
  readonly hasEnded: boolean
  /** No use was noted within the last minute. */
  readonly isUnnoted: boolean
}

export interface SessionAndUser {
  readonly session: Session
  readonly user: User
}

/** In seconds since 1970: of local time, an hour is lost or comes twice where clocks are changed. */
const HAS_ENDED = `(unix_timestamp(s.expires_at) <= unix_timestamp()
  or unix_timestamp(s.last_used_at) <= unix_timestamp() - 60 * ?)`

const SESSION = `select ${USER}, g.grant_text, s.id, s.password_digest, s.expires_at, ${HAS_ENDED},
  unix_timestamp(s.last_used_at) < unix_timestamp() - 60
  from a2b_session s join \`user\` u on u.id = s.user_id
  left join a2b_users_grant g on g.user_id = u.id and g.key_id is null
  where s.token_hash = ? order by g.id`

/** @returns undefined where there is none, or no user to it */
export async function readSession(
  db: Pick<Db, 'readRows'>,
  tokenHash: string,
  { idle }: SessionLimits,
): Promise<SessionAndUser | undefined> {
  const rows: readonly Row[] = await db.readRows({ sql: SESSION, parameters: [idle, tokenHash] })
  const [first] = rows
  if (first === undefined) return undefined
  const [, , , , , , id, digest, expiresAt, hasEnded, isUnnoted] = first
  const user = userOf(first, rows)
  return {
    user,
    session: {
      id: Number(id),
      hash: tokenHash,
      expiresAt: String(expiresAt),
      hasEnded: Number(hasEnded) === 1 || String(digest) !== digestOf(user),
      isUnnoted: Number(isUnnoted) === 1,
    },
  }
}

/** @param user - as he was when his password was found to be right */
export async function insertSession(
  db: Pick<Db, 'write'>,
  user: Pick<User, 'id' | 'password'>,
  tokenHash: string,
  { lifetime }: SessionLimits,
): Promise<void> {
  await db.write({
    sql: `insert into a2b_session (user_id, token_hash, password_digest, expires_at)
  values (?, ?, ?, from_unixtime(unix_timestamp() + 60 * ?))`,
    parameters: [user.id, tokenHash, digestOf(user), lifetime],
  })
}

export async function noteSessionUse(db: Pick<Db, 'write'>, id: number): Promise<void> {
  await db.write({ sql: 'update a2b_session set last_used_at = current_timestamp where id = ?', parameters: [id] })
}

export async function deleteSession(db: Pick<Db, 'write'>, tokenHash: string): Promise<void> {
  await db.write({ sql: 'delete from a2b_session where token_hash = ?', parameters: [tokenHash] })
}

export async function deleteSessionsOf(db: Pick<Db, 'write'>, userId: number): Promise<void> {
  await db.write({ sql: 'delete from a2b_session where user_id = ?', parameters: [userId] })
}

/** Removes what has ended by the clock, a thousand at most. Found without a lock, it keeps nobody who signs in waiting. */
export async function deleteEndedSessions(db: Pick<Db, 'readRows' | 'write'>, { idle }: SessionLimits): Promise<void> {
  const ended = `select s.id from a2b_session s where ${HAS_ENDED} order by s.id limit 1000`
  const ids = (await db.readRows({ sql: ended, parameters: [idle] })).map(([id]): Cell | undefined => id)
  if (ids.length === 0) return
  const places = ids.map(() => '?').join(', ')
  await db.write({ sql: `delete from a2b_session where id in (${places})`, parameters: ids })
}

function digestOf({ password }: Pick<User, 'password'>): string {
  return hash('sha256', password, 'hex')
}
