/**
 * An API key, `a2b_7_<43 characters>`: the number of its row, and 32 random bytes.
 *
 * Only a hash is stored. SHA-256 without a salt will do, for nobody guesses 256 bits; and since a key costs no slow hash,
 * programs that send one are never in the queue of logins.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** @param id - of the row in `a2b_users_key`; @returns what the client sends, shown once and kept nowhere */
export function makeApiKey(id: string): string {
  return `a2b_${id}_${randomBytes(32).toString('base64url')}`
}

/** @returns the number of its row; undefined for a text that cannot be a key */
export function idOfApiKey(key: string): number | undefined {
  const [, id] = /^a2b_([1-9]\d{0,14})_[\w-]{43}$/.exec(key) ?? []
  return id === undefined ? undefined : Number(id)
}

/** @returns in hexadecimal, as it is stored */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex')
}

/** @param stored - hash of a key */
export function isApiKey(key: string, stored: string): boolean {
  const [given, expected] = [Buffer.from(hashApiKey(key)), Buffer.from(stored)]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
