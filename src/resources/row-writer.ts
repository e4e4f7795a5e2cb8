/**
 * Writes rows as JSON from the bytes of their packets: keys are constants, and most values are copied as they are.
 *
 * {@link compileSerializer} does the same for rows that have become values; what the two write must never differ.
 */
import type { Cell, RowWriter } from '../db/db.ts'
import type { JsonForm } from './codecs/codec.ts'
import { moment } from './codecs/json-form.ts'
import { codecOf } from './column-codec.ts'
import { approximate, copy, LENGTH_BYTES, NULL, skipZeros } from './packet-values.ts'
import { type Column, fieldOf } from './resource.ts'
import { compileSerializer } from './serializer.ts'

/** How the bytes of a value become JSON. */
const [BARE, ZEROFILLED, APPROXIMATE, QUOTED, MOMENT, TEXT, OWN] = [0, 1, 2, 3, 4, 5, 6] as const
const FORMS = {
  bare: BARE,
  zerofilled: ZEROFILLED,
  approximate: APPROXIMATE,
  quoted: QUOTED,
  moment: MOMENT,
  text: TEXT,
}

/** A byte may become `\u001f`; what has a form of its own makes at most 20 digits of 8 bytes, or `false` of one. */
const ROOM_FOR_BYTE = 6
const ROOM_FOR_VALUE = 24

/**
 * @param columns - in the order of the select list
 * @param written - the form of each, where it is not that of its codec
 */
export function makeRowWriter(columns: readonly Column[], written = formsOf(columns)): RowWriter {
  const forms = Uint8Array.from(written, (form) => (typeof form === 'function' ? OWN : FORMS[form]))
  const keys = columns.map((column, index) =>
    Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(fieldOf(column))}:`),
  )
  const constant = keys.reduce((sum, { length }) => sum + length + ROOM_FOR_VALUE, 2)
  const own = columns.map(({ type }, index) => {
    const toJson = written[index]
    const { isBinary } = codecOf(type)
    if (typeof toJson !== 'function') return undefined
    return (from: Buffer, start: number, end: number): string => {
      const cell: Exclude<Cell, null> = isBinary ? from.subarray(start, end) : from.toString('utf8', start, end)
      return toJson(cell)
    }
  })

  return {
    fromCells: compileSerializer(columns, written),
    room: (bytes) => constant + ROOM_FOR_BYTE * bytes,
    write(from, start, end, to, at) {
      let position = start
      for (let index = 0; index < keys.length; index++) {
        const key = keys[index] as Buffer
        to.set(key, at)
        at += key.length
        let length = from[position++] as number
        if (length === NULL) {
          to[at] = 0x6e
          to[at + 1] = 0x75
          to[at + 2] = to[at + 3] = 0x6c
          at += 4
          continue
        }
        if (length > NULL) {
          const bytes = LENGTH_BYTES[length - NULL] as number
          length = from.readUIntLE(position, bytes)
          position += bytes === 6 ? 8 : bytes
        }
        const last = position + length
        switch (forms[index]) {
          case BARE:
            at = copy(from, position, last, to, at)
            break
          case ZEROFILLED:
            at = copy(from, skipZeros(from, position, last), last, to, at)
            break
          case APPROXIMATE:
            at = approximate(from, position, last, to, at)
            break
          case QUOTED:
            at = quote(from, position, last, to, at)
            break
          case MOMENT:
            // Few begin with a zero that are not zero dates.
            if (from[position] !== ZERO) at = quote(from, position, last, to, at)
            else at += to.write(moment(from.toString('latin1', position, last)), at, 'latin1')
            break
          case TEXT:
            at = escape(from, position, last, to, at)
            break
          default:
            at += to.write(own[index]?.(from, position, last) ?? '', at)
        }
        position = last
      }
      if (position !== end) throw new Error('The database sent more or fewer values than were selected')
      if (keys.length === 0) to[at++] = 0x7b
      to[at++] = 0x7d
      return at
    },
  }
}

export function formsOf(columns: readonly Column[]): readonly JsonForm[] {
  return columns.map(({ type }) => codecOf(type).toJson)
}

const [ZERO, QUOTE, BACKSLASH, SPACE] = [0x30, 0x22, 0x5c, 0x20]
const SHORT = new Map([
  [0x08, 0x62],
  [0x09, 0x74],
  [0x0a, 0x6e],
  [0x0c, 0x66],
  [0x0d, 0x72],
])

function quote(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  to[at++] = QUOTE
  at = copy(from, start, end, to, at)
  to[at++] = QUOTE
  return at
}

/** As JSON.stringify does it, byte for byte. */
function escape(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  to[at++] = QUOTE
  while (start < end) {
    const byte = from[start++] as number
    if (byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) to[at++] = byte
    else if (byte >= SPACE) {
      to[at++] = BACKSLASH
      to[at++] = byte
    } else {
      to[at++] = BACKSLASH
      const short = SHORT.get(byte)
      if (short !== undefined) to[at++] = short
      else at += to.write(`u${byte.toString(16).padStart(4, '0')}`, at, 'latin1')
    }
  }
  to[at++] = QUOTE
  return at
}
