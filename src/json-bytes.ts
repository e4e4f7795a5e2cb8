/** JSON text to the bytes that are sent of it. */
import type { JsonBytes } from './db/db.ts'

export function jsonBytes(text: string): JsonBytes {
  return { latin1: Buffer.from(text).toString('latin1') }
}
