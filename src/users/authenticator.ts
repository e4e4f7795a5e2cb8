/**
 * `Authorization` header -> {@link Caller}, without hashing a password at every request.
 *
 * A memory-hard hash takes half a second; so who was verified once is remembered, under a keyed hash of the header.
 * Every process that serves this database re-reads the row behind what it remembers when that is 0.8 s old: a change
 * to a user takes effect everywhere within one second, and at once in the process that makes it.
 */
import { hash, randomBytes } from 'node:crypto'
import { parse } from 'basic-auth'
import type { Credentials } from 'basic-auth'
import type { Db } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import { EVERYTHING, makeAccess } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Passwords } from './password.ts'
import { ROLES } from './roles.ts'
import { quota } from './quota.ts'
import { findUser, readUser, replaceHash } from './user-table.ts'
import type { User } from './user-table.ts'

interface Verified {
  readonly caller: Caller
  /** The row it was verified against. */
  readonly user: User
  /** When the read of that row was begun, on the monotonic clock. */
  readonly readAt: number
}

interface Read {
  readonly startedAt: number
  readonly user: Promise<User | undefined>
}

/** Milliseconds; with the time of a read it stays below the promised second. */
const FRESH = 800
const MAX_REMEMBERED = 1000
/** Together they leave most of the queue of hashes to others. An address may be that of a proxy, with many behind it. */
const LOGINS_OF_ADDRESS = 8
const LOGINS_OF_NAME = 4

export class Authenticator {
  readonly #db: Db
  readonly #passwords: Passwords
  /** Nobody who reads our memory's hashes can try passwords against them elsewhere. */
  readonly #key = randomBytes(32).toString('base64')
  /** By keyed hash of the header; the least recently checked first. */
  readonly #verified = new Map<string, Verified>()
  /** Reads and verifications under way, shared by the requests that wait for them. */
  readonly #reads = new Map<number, Read>()
  readonly #verifications = new Map<string, Promise<Verified>>()
  readonly #inAddress = quota(LOGINS_OF_ADDRESS, 'from this address')
  readonly #inName = quota(LOGINS_OF_NAME, 'with this name')
  #changedAt = -Infinity

  constructor(db: Db, passwords: Passwords) {
    this.#db = db
    this.#passwords = passwords
  }

  /**
   * @param authorization - the request's header, undefined without one
   * @param address - of the client; no one address may have all logins wait for its own
   * @throws {@link ApiError} `authentication_failed`, the same whatever was wrong; `too_many_attempts`
   */
  async authenticate(authorization: string | undefined, address: string): Promise<Caller> {
    if (authorization === undefined) throw failed()
    const key = hash('sha256', this.#key + authorization, 'base64')
    const verified = this.#verified.get(key) ?? (await this.#verifyOnce(key, authorization, address))
    // A verification that had to wait for its turn is itself too old by now.
    if (this.#isFresh(verified.readAt)) return verified.caller
    return this.#check(key, authorization, address, verified)
  }

  /** Call it after changing a user: from now on nothing that was read before is believed. */
  invalidate(): void {
    this.#changedAt = performance.now()
  }

  #isFresh(readAt: number): boolean {
    return readAt > this.#changedAt && performance.now() - readAt < FRESH
  }

  /** Compares what is remembered with the row as it is now. */
  async #check(key: string, authorization: string, address: string, { user: known }: Verified): Promise<Caller> {
    const { startedAt, user: reading } = this.#read(known.id)
    const user = await reading
    if (user?.active && user.password === known.password && user.name === known.name) {
      return this.#remember(key, user, startedAt).caller
    }
    this.#verified.delete(key)
    return (await this.#verifyOnce(key, authorization, address)).caller
  }

  #read(userId: number): Read {
    const underWay = this.#reads.get(userId)
    if (underWay && this.#isFresh(underWay.startedAt)) return underWay
    const read: Read = { startedAt: performance.now(), user: readUser(this.#db, userId) }
    const forget = (): void => {
      if (this.#reads.get(userId) === read) this.#reads.delete(userId)
    }
    read.user.then(forget, forget)
    this.#reads.set(userId, read)
    return read
  }

  #verifyOnce(key: string, authorization: string, address: string): Promise<Verified> {
    const underWay = this.#verifications.get(key)
    if (underWay) return underWay
    const verification = this.#verifyInTurn(key, authorization, address).finally(() => this.#verifications.delete(key))
    this.#verifications.set(key, verification)
    return verification
  }

  async #verifyInTurn(key: string, authorization: string, address: string): Promise<Verified> {
    const credentials = parse(authorization)
    if (!credentials) throw failed()
    const name = credentials.name.normalize('NFC')
    return this.#inAddress(address, () => this.#inName(name, () => this.#verify(key, credentials)))
  }

  async #verify(key: string, credentials: Credentials): Promise<Verified> {
    const startedAt = performance.now()
    const found = await findUser(this.#db, credentials.name)
    const verdict = await this.#passwords.verify(credentials.pass, found?.password)
    const user = found && verdict === 'rehash' ? await this.#rehash(found, credentials.pass) : found
    if (verdict === 'wrong' || !user?.active) throw failed()
    return this.#remember(key, user, startedAt)
  }

  async #rehash(user: User, password: string): Promise<User> {
    const replacement = await this.#passwords.hash(password)
    await replaceHash(this.#db, user, replacement)
    return { ...user, password: replacement }
  }

  #remember(key: string, user: User, readAt: number): Verified {
    const verified: Verified = {
      caller: { id: user.id, name: user.name, access: user.admin ? EVERYTHING : READER },
      user,
      readAt,
    }
    this.#verified.delete(key)
    this.#verified.set(key, verified)
    const [oldest] = this.#verified.keys()
    if (this.#verified.size > MAX_REMEMBERED && oldest !== undefined) this.#verified.delete(oldest)
    return verified
  }
}

const READER = makeAccess({ permissions: new Set(ROLES.support.permissions), masks: new Set(), scopes: [] })

function failed(): ApiError {
  return new ApiError('authentication_failed', 'Log in with the name and password of an active API user.', {
    headers: { 'WWW-Authenticate': 'Basic realm="A2Billing API", charset="UTF-8"' },
  })
}
