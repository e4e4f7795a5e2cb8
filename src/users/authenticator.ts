/**
 * `Authorization` header, or a session's token -> {@link Caller}, without hashing a password at every request.
 *
 * A memory-hard hash takes half a second; so who was verified once is remembered, under a keyed hash of what he sent.
 * Every process that serves this database re-reads the rows behind what it remembers when that is 0.8 s old: a change
 * to a user, a key, a session or a grant takes effect everywhere within one second, and at once in the process that
 * makes it.
 */
import { hash, randomBytes } from 'node:crypto'
import type { Db } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import type { Caller } from '../caller.ts'
import { isApiKey } from './api-key.ts'
import { type Credentials, parseAuthorization } from './credentials.ts'
import { addressBlock, FailedLogins } from './failed-logins.ts'
import { SHIPPED_PASSWORD, type Passwords } from './password.ts'
import { quota } from './quota.ts'
import { accessOf, type DefaultRole } from './rights.ts'
import { deleteSession, noteSessionUse, readSession, type Session, type SessionLimits } from './session-table.ts'
import { hashSessionToken } from './session-token.ts'
import { type ApiKey, findUser, noteUse, readKey, readUser, replaceHash, type User } from './user-table.ts'

export interface AuthenticatorOptions {
  readonly passwords: Passwords
  /** Of users who are no administrators and were granted nothing. */
  readonly defaultRole: DefaultRole
  readonly sessionLimits: SessionLimits
  /** Told of a key or a session whose use could not be noted. */
  readonly onError: (error: unknown) => void
}

/** The rows behind credentials. */
interface Account {
  readonly user: User
  readonly key?: ApiKey
  readonly session?: Session
}

/** A request to be believed. */
interface Attempt {
  /** Keyed hash of what was sent, and of what kind that is: a header that spells a token is no session. */
  readonly id: string
  /** Undefined where nothing can be made of it. */
  readonly credentials: () => Credentials | undefined
  /** Of the client. */
  readonly address: string
}

interface Verified {
  readonly caller: Caller
  /** What it was verified against. */
  readonly account: Account
  /** When the read of that was begun, on the monotonic clock. */
  readonly readAt: number
}

interface Read {
  readonly startedAt: number
  readonly account: Promise<Account | undefined>
}

/** What may be sent. */
type Sent = 'header' | 'session' | 'password'

/** Milliseconds; with the time of a read it stays below the promised second. */
const FRESH = 800
const MAX_REMEMBERED = 1000
/** Together they leave most of the queue of hashes to others. An address may be that of a proxy, with many behind it. */
const LOGINS_OF_ADDRESS = 8
const LOGINS_OF_NAME = 4

export class Authenticator {
  readonly #db: Db
  readonly #options: AuthenticatorOptions
  /** Nobody who reads our memory's hashes can try passwords against them elsewhere. */
  readonly #secret = randomBytes(32).toString('base64')
  /** By {@link Attempt.id}; the least recently checked first. */
  readonly #verified = new Map<string, Verified>()
  /** Reads and verifications under way, shared by the requests that wait for them. */
  readonly #reads = new Map<string, Read>()
  readonly #verifications = new Map<string, Promise<Verified>>()
  readonly #inAddress = quota(LOGINS_OF_ADDRESS, 'from this address')
  readonly #inName = quota(LOGINS_OF_NAME, 'with this name')
  readonly #failed = new FailedLogins()
  #changedAt = -Infinity

  constructor(db: Db, options: AuthenticatorOptions) {
    this.#db = db
    this.#options = options
  }

  /**
   * @param authorization - the request's header, undefined without one
   * @param address - of the client; no one address may have all logins wait for its own
   * @throws {@link ApiError} `authentication_failed`, the same whatever was wrong; `too_many_attempts`
   */
  async authenticate(authorization: string | undefined, address: string): Promise<Caller> {
    if (authorization === undefined) throw failed()
    const credentials = (): Credentials | undefined => parseAuthorization(authorization)
    return (await this.#identify({ id: this.#idOf('header', authorization), credentials, address })).caller
  }

  /**
   * @param token - of a session
   * @throws {@link ApiError} `authentication_failed`, the same whatever was wrong; `too_many_attempts`
   */
  async authenticateSession(token: string, address: string): Promise<Caller> {
    const credentials = (): Credentials => ({ kind: 'session', token })
    return (await this.#identify({ id: this.#idOf('session', token), credentials, address })).caller
  }

  /**
   * For those who type a password into a form: it is verified, and who guesses is slowed down, as with a header.
   *
   * @returns the user as he was when the password was his
   * @throws {@link ApiError} `authentication_failed`, the same whatever was wrong; `too_many_attempts`
   */
  async verifyPassword(name: string, password: string, address: string): Promise<User> {
    const credentials = (): Credentials => ({ kind: 'password', name: name.normalize('NFC'), password })
    const id = this.#idOf('password', JSON.stringify([name, password]))
    return (await this.#identify({ id, credentials, address })).account.user
  }

  async #identify(attempt: Attempt): Promise<Verified> {
    const verified = this.#verified.get(attempt.id) ?? (await this.#verifyOnce(attempt))
    // A verification that had to wait for its turn is itself too old by now.
    return this.#isFresh(verified.readAt) ? verified : this.#check(attempt, verified)
  }

  #idOf(kind: Sent, text: string): string {
    return hash('sha256', `${this.#secret}${kind} ${text}`, 'base64')
  }

  /** Call it after changing a user, a key, a session or a grant: from now on nothing that was read before is believed. */
  invalidate(): void {
    this.#changedAt = performance.now()
  }

  #isFresh(readAt: number): boolean {
    return readAt > this.#changedAt && performance.now() - readAt < FRESH
  }

  /** Compares what is remembered with the rows as they are now. */
  async #check(attempt: Attempt, { account: known }: Verified): Promise<Verified> {
    const { startedAt, account: reading } = this.#read(known)
    const account = await reading
    if (account && isStillProven(known, account)) return this.#remember(attempt.id, account, startedAt)
    this.#verified.delete(attempt.id)
    return this.#verifyOnce(attempt)
  }

  #read(known: Account): Read {
    const { user, key, session } = known
    const what = key ? `key ${key.id}` : session ? `session ${session.id}` : `user ${user.id}`
    const underWay = this.#reads.get(what)
    if (underWay && this.#isFresh(underWay.startedAt)) return underWay
    const read: Read = { startedAt: performance.now(), account: this.#readAgain(known) }
    const forget = (): void => {
      if (this.#reads.get(what) === read) this.#reads.delete(what)
    }
    read.account.then(forget, forget)
    this.#reads.set(what, read)
    return read
  }

  async #readAgain({ user, key, session }: Account): Promise<Account | undefined> {
    if (key) return readKey(this.#db, key.id)
    if (session) return readSession(this.#db, session.hash, this.#options.sessionLimits)
    const found = await readUser(this.#db, user.id)
    return found && { user: found }
  }

  #verifyOnce(attempt: Attempt): Promise<Verified> {
    const underWay = this.#verifications.get(attempt.id)
    if (underWay) return underWay
    const verification = this.#verify(attempt).finally(() => this.#verifications.delete(attempt.id))
    this.#verifications.set(attempt.id, verification)
    return verification
  }

  async #verify(attempt: Attempt): Promise<Verified> {
    const credentials = attempt.credentials()
    if (!credentials) throw failed()
    const block = addressBlock(attempt.address)
    return this.#inAddress(block, async () => {
      const startedAt = performance.now()
      const account = await this.#accountOf(credentials, block)
      return this.#remember(attempt.id, account, startedAt)
    })
  }

  /** Keys and sessions are not counted when they fail: they cannot be guessed, and cost no hash. */
  async #accountOf(credentials: Credentials, block: string): Promise<Account> {
    if (credentials.kind === 'key') return this.#accountOfKey(credentials)
    if (credentials.kind === 'session') return this.#accountOfSession(credentials)
    const { name } = credentials
    return this.#inName(name, () => this.#failed.watch(name, block, () => this.#accountOfUser(credentials)))
  }

  async #accountOfKey({ id, key }: Credentials & { readonly kind: 'key' }): Promise<Account> {
    const found = await readKey(this.#db, id)
    if (!found || !isApiKey(key, found.key.hash) || !isUsable(found)) throw failed()
    return found
  }

  /** What has ended, also because its user is not there or not active, does not come back. */
  async #accountOfSession({ token }: Credentials & { readonly kind: 'session' }): Promise<Account> {
    const tokenHash = hashSessionToken(token)
    const found = await readSession(this.#db, tokenHash, this.#options.sessionLimits)
    if (found && isUsable(found)) return found
    await deleteSession(this.#db, tokenHash)
    throw failed()
  }

  async #accountOfUser(credentials: Credentials & { readonly kind: 'password' }): Promise<Account> {
    const { name, password } = credentials
    const found = await findUser(this.#db, name)
    const verdict = await this.#options.passwords.verify(password, found?.password)
    if (found && verdict === 'rehash') {
      const rehashed = await this.#rehash(found, password)
      // Another login has done it meanwhile, or the password has been changed.
      if (!rehashed) return this.#accountOfUser(credentials)
      return provenAccount(rehashed)
    }
    if (verdict === 'wrong' || !found) throw failed()
    return provenAccount(found)
  }

  /** @returns undefined where the hash is another one by now */
  async #rehash(user: User, password: string): Promise<User | undefined> {
    const replacement = await this.#options.passwords.hash(password)
    // Under another hash, the next start would no longer see that this is the password everyone knows.
    if (password === SHIPPED_PASSWORD) return user
    return (await replaceHash(this.#db, user, replacement)) ? { ...user, password: replacement } : undefined
  }

  #remember(id: string, account: Account, readAt: number): Verified {
    const { user, key, session } = account
    if (key?.isUnnoted) noteUse(this.#db, key.id).catch(this.#options.onError)
    if (session?.isUnnoted) noteSessionUse(this.#db, session.id).catch(this.#options.onError)
    const caller: Caller = {
      id: user.id,
      name: user.name,
      ...(key && { keyId: key.id }),
      ...(session && { session: { id: session.id, expiresAt: session.expiresAt } }),
      access: accessOf(user, this.#options.defaultRole, key?.grants),
    }
    const verified: Verified = { caller, account, readAt }
    this.#verified.delete(id)
    this.#verified.set(id, verified)
    const [oldest] = this.#verified.keys()
    if (this.#verified.size > MAX_REMEMBERED && oldest !== undefined) this.#verified.delete(oldest)
    return verified
  }
}

/** Whether credentials that were right against `known` are right against `now`. */
function isStillProven(known: Account, now: Account): boolean {
  if (!isUsable(now)) return false
  if (known.key) return now.key?.hash === known.key.hash
  if (known.session) return now.session?.id === known.session.id
  return now.user.password === known.user.password && now.user.name === known.user.name
}

function isUsable({ user, key, session }: Account): boolean {
  return user.active && !key?.hasExpired && !session?.hasEnded
}

function provenAccount(user: User): Account {
  if (!user.active) throw failed()
  return { user }
}

function failed(): ApiError {
  return new ApiError(
    'authentication_failed',
    'Log in with the name and password of an active API user, or with a key.',
  )
}
