/** A short name for what is too long to be a key: the same for the same value, and practically never for another. */
import { createHash } from 'node:crypto'

/** @param value - what JSON can hold */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
}
