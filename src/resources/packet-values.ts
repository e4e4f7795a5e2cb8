/** Values of a row as the database sends them as text: each behind its length. */
import type { Row } from '../db/db.ts'

/** The first byte of a value is its length or, from here on: NULL, or in how many bytes the length follows. */
export const NULL = 0xfb
/** By what the first byte has beyond {@link NULL}. The last has eight, of which no value needs more than six. */
export const LENGTH_BYTES = [0, 2, 3, 6]

const [ZERO, MINUS, POINT] = [0x30, 0x2d, 0x2e]

/** @returns where the bytes of a value are that begins here with its length */
export function cellAt(from: Buffer, position: number): { start: number; end: number; isNull: boolean } {
  const length = from[position] as number
  const start = position + 1
  if (length <= NULL) return { start, end: length === NULL ? start : start + length, isNull: length === NULL }
  const bytes = LENGTH_BYTES[length - NULL] as number
  const first = start + (bytes === 6 ? 8 : bytes)
  return { start: first, end: first + from.readUIntLE(start, bytes), isNull: false }
}

/** Values are short: a loop is done before a call into the runtime has begun. */
export function copy(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  if (end - start > 64) return at + from.copy(to, at, start, end)
  while (start < end) to[at++] = from[start++] as number
  return at
}

/** @returns where the number begins that the database has filled up with zeros */
export function skipZeros(from: Buffer, start: number, end: number): number {
  while (from[start] === ZERO && start + 1 < end && isDigit(from[start + 1])) start++
  return start
}

/** Most are written by the database as by JavaScript; to find that out costs less than a number and its text. */
export function approximate(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  if (isShortest(from, start, end)) return copy(from, start, end, to, at)
  return at + to.write(String(Number(from.toString('latin1', start, end))), at, 'latin1')
}

/** A number with no more digits is the only one of its length that is nearest to the double it becomes. */
const KEPT_DIGITS = 15
/** `0.000001` is written like this, and what is smaller with an exponent. */
const DECIMALS_OF_LEAST = 6

/** Whether the number has no exponent, no zero that says nothing, and neither more digits nor less size than JavaScript keeps. */
function isShortest(from: Buffer, start: number, end: number): boolean {
  if (end - start > KEPT_DIGITS) return false
  const first = from[start] === MINUS ? start + 1 : start
  let at = first
  while (at < end && isDigit(from[at])) at++
  if (at === first || (from[first] === ZERO && at > first + 1)) return false
  // JavaScript takes the sign off a zero.
  if (at === end) return from[first] !== ZERO || first === start
  if (from[at] !== POINT || from[end - 1] === ZERO) return false
  const fraction = at + 1
  let isSmall = from[first] === ZERO
  for (at = fraction; at < end; at++) {
    if (!isDigit(from[at])) return false
    if (from[at] !== ZERO && at < fraction + DECIMALS_OF_LEAST) isSmall = false
  }
  return at > fraction && !isSmall
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= 0x39
}

/** What the database would have sent of a row that was read the ordinary way. */
export function packetOf(row: Row): Buffer {
  return Buffer.concat(
    row.flatMap((cell) => {
      if (cell === null) return Buffer.from([NULL])
      const bytes = Buffer.isBuffer(cell) ? cell : Buffer.from(String(cell))
      return [lengthOf(bytes), bytes]
    }),
  )
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < NULL) return Buffer.from([length])
  const prefix = Buffer.alloc(9)
  prefix[0] = NULL + LENGTH_BYTES.length - 1
  prefix.writeUIntLE(length, 1, 6)
  return prefix
}
