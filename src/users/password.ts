/**
 * Password <-> the text kept in `user.password`.
 *
 * Ours is scrypt in PHC form, `$scrypt$ln=15,r=8,p=3$<salt>$<hash>` (32 MiB, about half a second). The original's
 * `salt$sha1(salt + password)` is still understood, so that its users can log in once and be re-hashed.
 */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { tooManyLogins } from './quota.ts'

/** `rehash`: it is the right password, under a hash that should be replaced. */
export type Verdict = 'right' | 'rehash' | 'wrong'

export interface Passwords {
  hash(password: string): Promise<string>
  /**
   * Takes the time of one scrypt whatever `stored` is, so that the time does not tell which users exist; before
   * `rehash`, the caller's hashing takes it.
   *
   * @param stored - of the user; undefined when there is no such user
   */
  verify(password: string, stored: string | undefined): Promise<Verdict>
}

export interface PasswordOptions {
  /** Of new hashes; others are verified at the cost they were made with. */
  readonly cost?: Cost
  /** Hashes computed at one time. */
  readonly atOnce?: number
  /** Logins that may wait for their turn. */
  readonly maxWaiting?: number
}

interface Cost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

/** 2^15 blocks of 1 KiB, three times over: OWASP's setting for 32 MiB. */
const COST: Cost = { ln: 15, r: 8, p: 3 }

/** @throws ApiError `too_many_attempts` from both functions when too many logins are waiting already */
export function createPasswords({ cost = COST, atOnce = 2, maxWaiting = 32 }: PasswordOptions = {}): Passwords {
  const inTurn = turns(atOnce, maxWaiting)
  const hash = (password: string): Promise<string> => inTurn(() => scryptHash(password.normalize('NFC'), cost))
  return {
    hash,
    async verify(password, stored = '') {
      const parts = parseScrypt(stored)
      if (parts) return (await inTurn(() => matches(password.normalize('NFC'), parts))) ? 'right' : 'wrong'
      if (verifyLegacyHash(password, stored)) return 'rehash'
      await hash(password)
      return 'wrong'
    },
  }
}

/** Of the user `admin`, whom the original API's dump and installer bring along. */
export const SHIPPED_PASSWORD = 'admin'

/** Salt and SHA-1 of the original API. */
const LEGACY = /^([0-9a-f]{5})\$([0-9a-f]{40})$/

/** True when `stored` is the original API's hash of `password`. */
export function verifyLegacyHash(password: string, stored: string): boolean {
  const [, salt, hex] = LEGACY.exec(stored) ?? []
  if (salt === undefined || hex === undefined) return false
  const digest = createHash('sha1')
    .update(salt + password, 'utf8')
    .digest()
  return timingSafeEqual(digest, Buffer.from(hex, 'hex'))
}

/** In what form a password is stored, whatever it is; `unknown` may be the password itself. */
export function hashForm(stored: string): 'scrypt' | 'legacy' | 'empty' | 'unknown' {
  if (stored === '') return 'empty'
  if (parseScrypt(stored)) return 'scrypt'
  return LEGACY.test(stored) ? 'legacy' : 'unknown'
}

interface ScryptHash {
  readonly cost: Cost
  readonly salt: Buffer
  readonly hash: Buffer
}

async function scryptHash(password: string, cost: Cost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, 32, cost)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(hash)}`
}

async function matches(password: string, { cost, salt, hash }: ScryptHash): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt, hash.length, cost), hash)
}

function derive(password: string, salt: Buffer, length: number, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln
  return deriveKey(password, salt, length, { N, r, p, maxmem: 128 * r * (N + p + 2) })
}

const deriveKey: (password: string, salt: Buffer, length: number, options: object) => Promise<Buffer> =
  promisify(scrypt)

/** Undefined when the text is not such a hash, or one that would cost more than a server may spend on a login. */
function parseScrypt(stored: string): ScryptHash | undefined {
  const match = /^\$scrypt\$ln=(\d\d?),r=(\d\d?),p=(\d\d?)\$([\w+/-]{11,86})\$([\w+/-]{22,86})$/.exec(stored)
  if (!match) return undefined
  const [, ln, r, p, salt = '', hash = ''] = match
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  const isAffordable = cost.ln >= 1 && cost.ln <= 17 && cost.r >= 1 && cost.r <= 16 && cost.p >= 1 && cost.p <= 16
  return isAffordable ? { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') } : undefined
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** Runs a few pieces of work at once, the others in the order of their coming. */
function turns(atOnce: number, maxWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) throw tooManyLogins()
      // Whoever finishes hands its turn on, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running++
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
