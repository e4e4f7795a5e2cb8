/**
 * `Authorization` header -> {@link Caller}, without hashing a password at every request.
 *
 * A memory-hard hash takes half a second; so who was verified once is remembered, under a keyed hash of the header.
 * Every process that serves this database re-reads the rows behind what it remembers when that is 0.8 s old: a change
 * to a user, a key or a grant takes effect everywhere within one second, and at once in the process that makes it.
 */
import { hash, randomBytes } from 'node:crypto'
import type { Db } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import type { Caller } from '../caller.ts'
import { isApiKey } from './api-key.ts'
import { CHALLENGE, type Credentials, parseAuthorization } from './credentials.ts'
import { addressBlock, FailedLogins } from './failed-logins.ts'
import { SHIPPED_PASSWORD, type Passwords } from './password.ts'
import { quota } from './quota.ts'
import { accessOf, type DefaultRole } from './rights.ts'
import { type ApiKey, findUser, noteUse, readKey, readUser, replaceHash, type User } from './user-table.ts'

export interface AuthenticatorOptions {
  readonly passwords: Passwords
  /** Of users who are no administrators and were granted nothing. */
  readonly defaultRole: DefaultRole
  /** Told of a key whose use could not be noted. */
  readonly onError: (error: unknown) => void
}

/** The rows behind credentials. */
interface Account {
  readonly user: User
  readonly key?: ApiKey
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
  /** By keyed hash of the header; the least recently checked first. */
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
    const header = hash('sha256', this.#secret + authorization, 'base64')
    const verified = this.#verified.get(header) ?? (await this.#verifyOnce(header, authorization, address))
    // A verification that had to wait for its turn is itself too old by now.
    if (this.#isFresh(verified.readAt)) return verified.caller
    return this.#check(header, authorization, address, verified)
  }

  /** Call it after changing a user, a key or a grant: from now on nothing that was read before is believed. */
  invalidate(): void {
    this.#changedAt = performance.now()
  }

  #isFresh(readAt: number): boolean {
    return readAt > this.#changedAt && performance.now() - readAt < FRESH
  }

  /** Compares what is remembered with the rows as they are now. */
  async #check(header: string, authorization: string, address: string, { account: known }: Verified): Promise<Caller> {
    const { startedAt, account: reading } = this.#read(known)
    const account = await reading
    if (account && isStillProven(known, account)) return this.#remember(header, account, startedAt).caller
    this.#verified.delete(header)
    return (await this.#verifyOnce(header, authorization, address)).caller
  }

  #read({ user, key }: Account): Read {
    const what = key ? `key ${key.id}` : `user ${user.id}`
    const underWay = this.#reads.get(what)
    if (underWay && this.#isFresh(underWay.startedAt)) return underWay
    const read: Read = {
      startedAt: performance.now(),
      account: key ? readKey(this.#db, key.id) : readUser(this.#db, user.id).then((found) => found && { user: found }),
    }
    const forget = (): void => {
      if (this.#reads.get(what) === read) this.#reads.delete(what)
    }
    read.account.then(forget, forget)
    this.#reads.set(what, read)
    return read
  }

  #verifyOnce(header: string, authorization: string, address: string): Promise<Verified> {
    const underWay = this.#verifications.get(header)
    if (underWay) return underWay
    const verification = this.#verify(header, authorization, address).finally(() => this.#verifications.delete(header))
    this.#verifications.set(header, verification)
    return verification
  }

  async #verify(header: string, authorization: string, address: string): Promise<Verified> {
    const credentials = parseAuthorization(authorization)
    if (!credentials) throw failed()
    const block = addressBlock(address)
    return this.#inAddress(block, async () => {
      const startedAt = performance.now()
      const account = await this.#accountOf(credentials, block)
      return this.#remember(header, account, startedAt)
    })
  }

  /** Keys are not counted when they fail: they cannot be guessed, and cost no hash. */
  async #accountOf(credentials: Credentials, block: string): Promise<Account> {
    if (credentials.kind === 'key') return this.#accountOfKey(credentials)
    const { name } = credentials
    return this.#inName(name, () => this.#failed.watch(name, block, () => this.#accountOfUser(credentials)))
  }

  async #accountOfKey({ id, key }: Credentials & { readonly kind: 'key' }): Promise<Account> {
    const found = await readKey(this.#db, id)
    if (!found || !isApiKey(key, found.key.hash) || !isUsable(found)) throw failed()
    return found
  }

  async #accountOfUser({ name, password }: Credentials & { readonly kind: 'password' }): Promise<Account> {
    const found = await findUser(this.#db, name)
    const verdict = await this.#options.passwords.verify(password, found?.password)
    const user = found && verdict === 'rehash' ? await this.#rehash(found, password) : found
    if (verdict === 'wrong' || !user?.active) throw failed()
    return { user }
  }

  async #rehash(user: User, password: string): Promise<User> {
    const replacement = await this.#options.passwords.hash(password)
    // Under another hash, the next start would no longer see that this is the password everyone knows.
    if (password === SHIPPED_PASSWORD) return user
    await replaceHash(this.#db, user, replacement)
    return { ...user, password: replacement }
  }

  #remember(header: string, account: Account, readAt: number): Verified {
    const { user, key } = account
    if (key?.isUnnoted) noteUse(this.#db, key.id).catch(this.#options.onError)
    const caller: Caller = {
      id: user.id,
      name: user.name,
      ...(key && { keyId: key.id }),
      access: accessOf(user, this.#options.defaultRole, key?.grants),
    }
    const verified: Verified = { caller, account, readAt }
    this.#verified.delete(header)
    this.#verified.set(header, verified)
    const [oldest] = this.#verified.keys()
    if (this.#verified.size > MAX_REMEMBERED && oldest !== undefined) this.#verified.delete(oldest)
    return verified
  }
}

/** Whether credentials that were right against `known` are right against `now`. */
function isStillProven(known: Account, now: Account): boolean {
  if (!isUsable(now)) return false
  if (known.key) return now.key?.hash === known.key.hash
  return now.user.password === known.user.password && now.user.name === known.user.name
}

function isUsable({ user, key }: Account): boolean {
  return user.active && !key?.hasExpired
}

function failed(): ApiError {
  return new ApiError(
    'authentication_failed',
    'Log in with the name and password of an active API user, or with a key.',
    {
      headers: { 'WWW-Authenticate': CHALLENGE },
    },
  )
}
