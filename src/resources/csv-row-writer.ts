/**
 * Writes rows as lines of CSV (RFC 4180) from the bytes of their packets; {@link makeRowWriter} does the same for JSON.
 *
 * A null and a zero date are nothing at all, an empty text is `""`. Other values are as in JSON, without its quotes; of a
 * JSON column, the JSON itself. A spreadsheet would take a text such as `=A1` for a formula and run it, so a `'` is put
 * before it, and before `'=A1`, too: whoever takes one `'` away again has the text as it is stored.
 */
import type { Cell, StreamWriter } from '../db/db.ts'
import { isZeroDate } from './codecs/temporal.ts'
import { codecOf } from './column-codec.ts'
import { approximate, copy, LENGTH_BYTES, NULL, packetOf, skipZeros } from './packet-values.ts'
import { type Column, fieldOf } from './resource.ts'

/** How the bytes of a value become a field. */
const [PLAIN, ZEROFILLED, APPROXIMATE, MOMENT, TEXT, OWN] = [0, 1, 2, 3, 4, 5] as const
const FORMS = {
  bare: PLAIN,
  quoted: PLAIN,
  zerofilled: ZEROFILLED,
  approximate: APPROXIMATE,
  moment: MOMENT,
  text: TEXT,
}

/** A quote becomes two; a byte of what should be JSON and is not may become `\u001f`. */
const ROOM_FOR_BYTE = 6
/** For quotes, `'` and comma; and what has a form of its own makes at most 25 digits of 4 bytes. */
const ROOM_FOR_VALUE = 24

/** @param columns - in the order of the select list */
export function makeCsvRowWriter(columns: readonly Column[]): StreamWriter {
  const codecs = columns.map(({ type }) => codecOf(type))
  const forms = Uint8Array.from(codecs, ({ toJson }) => (typeof toJson === 'function' ? OWN : FORMS[toJson]))
  const own = columns.map(ownForm)
  const constant = columns.length * ROOM_FOR_VALUE + 2
  const count = columns.length
  const writer: StreamWriter = {
    head: headOf(columns),
    room: (bytes) => constant + ROOM_FOR_BYTE * bytes,
    fromCells(row) {
      const packet = packetOf(row)
      const to = Buffer.allocUnsafe(writer.room(packet.length))
      return to.toString('utf8', 0, writer.write(packet, 0, packet.length, to, 0))
    },
    write(from, start, end, to, at) {
      let position = start
      for (let index = 0; index < count; index++) {
        if (index > 0) to[at++] = COMMA
        let length = from[position++] as number
        if (length === NULL) continue
        if (length > NULL) {
          const bytes = LENGTH_BYTES[length - NULL] as number
          length = from.readUIntLE(position, bytes)
          position += bytes === 6 ? 8 : bytes
        }
        const last = position + length
        switch (forms[index]) {
          case PLAIN:
            at = copy(from, position, last, to, at)
            break
          case ZEROFILLED:
            at = copy(from, skipZeros(from, position, last), last, to, at)
            break
          case APPROXIMATE:
            at = approximate(from, position, last, to, at)
            break
          case MOMENT:
            // Few begin with a zero that are not zero dates.
            if (from[position] !== ZERO || !isZeroDate(from.toString('latin1', position, last))) {
              at = copy(from, position, last, to, at)
            }
            break
          case TEXT:
            at = writeText(from, position, last, to, at)
            break
          default:
            at = own[index]?.(from, position, last, to, at) ?? at
        }
        position = last
      }
      if (position !== end) throw new Error('The database sent more or fewer values than were selected')
      to[at++] = CR
      to[at++] = LF
      return at
    },
  }
  return writer
}

const [QUOTE, APOSTROPHE, COMMA, ZERO, TAB, LF, CR] = [0x22, 0x27, 0x2c, 0x30, 0x09, 0x0a, 0x0d]

/** Writes the value between `start` and `end`; see {@link StreamWriter.write}. */
type Write = (from: Buffer, start: number, end: number, to: Buffer, at: number) => number

/** For what is not copied. */
function ownForm({ type }: Column): Write | undefined {
  const { toJson, isBinary } = codecOf(type)
  if (typeof toJson !== 'function') return undefined
  return (from, start, end, to, at) => {
    const cell: Exclude<Cell, null> = isBinary ? from.subarray(start, end) : from.toString('utf8', start, end)
    const json = toJson(cell)
    const isJson = type.kind === 'json'
    // Digits, true and false.
    if (!json.startsWith('"') && !isJson) return at + to.write(json, at, 'latin1')
    const bytes = Buffer.from(isJson ? json : (JSON.parse(json) as string))
    // Base64 may begin with a plus, and then calls nothing: it has no parentheses.
    const write = isJson || isBinary ? writeField : writeText
    return write(bytes, 0, bytes.length, to, at)
  }
}

function headOf(columns: readonly Column[]): string {
  const names = columns.map((column) => {
    const name = Buffer.from(fieldOf(column))
    const to = Buffer.allocUnsafe(2 * name.length + 2)
    return to.toString('utf8', 0, writeField(name, 0, name.length, to, 0))
  })
  return `${names.join(',')}\r\n`
}

function writeText(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  if (!mayBeFormula(from, start, end)) return writeField(from, start, end, to, at)
  const text = Buffer.concat([Buffer.of(APOSTROPHE), from.subarray(start, end)])
  return writeField(text, 0, text.length, to, at)
}

/** In quotes where it is empty or has what would end it. */
function writeField(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  const first = at
  for (let position = start; position < end; position++) {
    const byte = from[position] as number
    if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR) return writeQuoted(from, start, end, to, first)
    to[at++] = byte
  }
  return start === end ? writeQuoted(from, start, end, to, first) : at
}

function writeQuoted(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  to[at++] = QUOTE
  while (start < end) {
    const byte = from[start++] as number
    if (byte === QUOTE) to[at++] = QUOTE
    to[at++] = byte
  }
  to[at++] = QUOTE
  return at
}

/** `=`, `+`, `-`, `@` and what spreadsheets leave out before these; the last in their full width as well. */
const DANGEROUS: ReadonlySet<number> = new Set([...Buffer.from('=+-@'), TAB, LF, CR])
const FULL_WIDTH = ['＝', '＋', '－', '＠'].map((sign) => Buffer.from(sign))

function mayBeFormula(from: Buffer, start: number, end: number): boolean {
  while (start < end && from[start] === APOSTROPHE) start++
  if (start === end) return false
  const byte = from[start] as number
  if (byte < 0x80) return DANGEROUS.has(byte)
  return byte === 0xef && FULL_WIDTH.some((sign) => sign.equals(from.subarray(start, start + sign.length)))
}
