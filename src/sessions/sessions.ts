/** Begins and ends the sessions in which browsers are logged in. */
import type { Caller } from '../caller.ts'
import type { Db } from '../db/db.ts'
import type { Authenticator } from '../users/authenticator.ts'
import { deleteEndedSessions, deleteSession, insertSession, type SessionLimits } from '../users/session-table.ts'
import { hashSessionToken, makeSessionToken } from '../users/session-token.ts'

export interface SignedIn {
  /** For the browser's cookie, and nothing else. */
  readonly token: string
  readonly caller: Caller
}

export interface Credentials {
  readonly name: string
  readonly password: string
}

export interface SessionsOptions {
  readonly db: Db
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
}
