/** Begins and ends the sessions in which browsers are logged in. */
import type { Caller } from '../caller.ts'
import type { Db, Session } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import type { Origin } from '../origin.ts'
import type { Audit } from '../resources/api.ts'
import type { Authenticator } from '../users/authenticator.ts'
import { passwordProblem } from '../users/password-rules.ts'
import type { Passwords } from '../users/password.ts'
import {
  deleteEndedSessions,
  deleteSession,
  deleteSessionsOf,
  insertSession,
  type SessionLimits,
} from '../users/session-table.ts'
import { hashSessionToken, makeSessionToken } from '../users/session-token.ts'
import { lockHash, replaceHash, type User } from '../users/user-table.ts'

export interface SignedIn {
  /** For the browser's cookie, and nothing else. */
  readonly token: string
  readonly caller: Caller
}

export interface Credentials {
  readonly name: string
  readonly password: string
}

export interface NewPassword {
  readonly current: string
  readonly next: string
}

export interface SessionsOptions {
  readonly db: Db
  readonly passwords: Passwords
  readonly audit: Audit
  readonly authenticator: Authenticator
  readonly limits: SessionLimits
  /** Told when sessions that have ended could not be removed. */
  readonly onError: (error: unknown) => void
}

export class Sessions {
  readonly #options: SessionsOptions

  constructor(options: SessionsOptions) {
    this.#options = options
  }

  /**
   * Always begins a session of its own: no token that somebody else could know before is taken over.
   *
   * @param address - of the client
   * @param before - token of the session that the browser was in, which ends
   * @throws ApiError `authentication_failed`, `too_many_attempts`: the password is verified as that of a header
   */
  async signIn({ name, password }: Credentials, address: string, before?: string): Promise<SignedIn> {
    const { db, authenticator, limits, onError } = this.#options
    const user = await authenticator.verifyPassword(name, password, address)
    const token = makeSessionToken()
    await insertSession(db, user, hashSessionToken(token), limits)
    // Of a user who was changed a moment ago, the session has ended already.
    const caller = await authenticator.authenticateSession(token, address)
    if (before !== undefined) await this.signOut(before)
    await deleteEndedSessions(db, limits).catch(onError)
    return { token, caller }
  }

  async signOut(token: string): Promise<void> {
    await deleteSession(this.#options.db, hashSessionToken(token))
    this.#options.authenticator.invalidate()
  }

  /**
   * Of the caller's own. Every session of his ends, and another begins.
   *
   * @throws ApiError `invalid_value` for what is not his password, or cannot be; `too_many_attempts`
   */
  async changePassword(origin: Origin, { current, next }: NewPassword): Promise<SignedIn> {
    const { db, passwords, authenticator, audit, limits } = this.#options
    const user = await this.#verifyOwn(origin, current)
    const problem = passwordProblem(next, user.name)
    if (problem) throw invalid('new', `The password ${problem}`)
    const changed: User = { ...user, password: await passwords.hash(next) }
    const token = makeSessionToken()
    await db.transaction(async (session) => {
      await assertUnchanged(session, user)
      await deleteSessionsOf(session, user.id)
      await insertSession(session, changed, hashSessionToken(token), limits)
      const changes = { password: 'changed' } as const
      await audit.record(session, origin, { operation: 'update', resource: 'user', key: String(user.id), changes })
      // The table may be one that cannot roll back, so it is written last.
      if (!(await replaceHash(session, user, changed.password))) throw notYours()
    })
    authenticator.invalidate()
    return { token, caller: await authenticator.authenticateSession(token, origin.address) }
  }

  /** Whoever finds a browser signed in may guess at the password no faster than anybody else. */
  async #verifyOwn({ caller: { id, name }, address }: Origin, password: string): Promise<User> {
    const user = await this.#options.authenticator.verifyPassword(name, password, address).catch((error: unknown) => {
      // A 401 would say that the session is over.
      if (error instanceof ApiError && error.code === 'authentication_failed') throw notYours()
      throw error
    })
    if (user.id !== id) throw notYours()
    return user
  }
}

/** Changed meanwhile, by an administrator say, a password stays what it became. */
async function assertUnchanged(session: Session, user: User): Promise<void> {
  if ((await lockHash(session, user.id)) !== user.password) throw notYours()
}

function notYours(): ApiError {
  return invalid('current', 'This is not your password.')
}

function invalid(field: string, detail: string): ApiError {
  return new ApiError('invalid_value', `${field}: ${detail}`, { errors: [{ pointer: `/${field}`, detail }] })
}
