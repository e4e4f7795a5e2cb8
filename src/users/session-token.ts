/**
 * What a browser holds of a session: its token, 32 random bytes, in a cookie that no script can read; and a second text
 * made of it, which only pages that may read our answers can send along.
 *
 * Only a hash of the token is stored. SHA-256 without a salt will do, for nobody guesses 256 bits; and of the hash neither
 * text can be made.
 */
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

export function makeSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether the text can be a token. */
export function isTokenLike(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** @returns in hexadecimal, as it is stored */
export function hashSessionToken(token: string): string {
  return hash('sha256', token, 'hex')
}

/** Belongs to this one session. It is stored nowhere, so every process makes it anew. */
export function csrfTokenOf(token: string): string {
  return createHmac('sha256', token).update('csrf').digest('base64url')
}

/** @param given - what came with the request, undefined where nothing did */
export function isCsrfTokenOf(token: string, given: string | undefined): boolean {
  const [sent, expected] = [Buffer.from(given ?? ''), Buffer.from(csrfTokenOf(token))]
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}
