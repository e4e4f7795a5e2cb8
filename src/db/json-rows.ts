/**
 * Rows written as JSON straight from the packets in which the driver receives them.
 *
 * The driver makes a description of every column and a value of every cell, only to have them written as text again:
 * most of what a read costs. Here its query is told what to do with each packet instead; connections, authentication,
 * TLS and pool stay the driver's own. `readsPackets` says whether this driver can be told so, and {@link probe}
 * whether its packets are what they are taken for: where not, rows are read the ordinary way.
 */
import type { JsonRows, Row, RowWriter } from './db.ts'
import { type Packet, queryPackets } from './packet-query.ts'

type Callback = (error: (Error & { code?: string }) | null, rows?: JsonRows) => void

/**
 * @param connection - of the driver, verified
 * @param options - with the milliseconds without a sign of the server after which the driver gives up
 * @param limit - rows that are written; those beyond it are counted
 * @throws Error where the driver does not let its packets be read
 */
export function queryJson(
  connection: object,
  { sql, parameters, timeout }: { sql: string; parameters: readonly unknown[]; timeout: number },
  writer: RowWriter,
  limit: number,
  callback: Callback,
): void {
  const sink = takeSink()
  let count = 0
  const reader = {
    row(packet: Packet): void {
      if (count++ < limit) sink.add(writer, packet)
    },
    end: (): JsonRows => ({ latin1: sink.take(), count }),
  }
  queryPackets(connection, { sql, parameters, timeout }, reader, callback)
}

/**
 * Reads one row whose packet is known.
 *
 * @returns whether packets are what they are taken for here; false when the driver fails over it, and is of no more use
 * @throws the driver's error when the connection breaks or the server refuses
 */
export function probe(connection: object, timeout: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    queryJson(connection, { sql: PROBE, parameters: [], timeout }, PROBE_WRITER, 1, (error, rows) => {
      // What the driver or the server says has a code; what fails in a step has none.
      if (error?.code !== undefined) reject(error)
      else resolve(rows?.latin1 === 'same' && rows.count === 1)
    })
  })
}

const PROBE = `SELECT 7, 'é"', NULL, 1.50`
const PROBE_PACKET = Buffer.from('\x017\x03é"\xfb\x041.50'.replace('é', '\xc3\xa9'), 'latin1')
const PROBE_WRITER: RowWriter = {
  fromCells: () => 'ordinary',
  room: () => 9,
  write: (from, start, end, to, at) =>
    at + to.write(from.subarray(start, end).equals(PROBE_PACKET) ? 'same' : 'other', at),
}

/** JSON of rows that were read the ordinary way, as {@link queryJson} gives it. */
export function jsonOfRows(rows: readonly Row[], writer: RowWriter, limit: number): JsonRows {
  const text = rows
    .slice(0, limit)
    .map((row) => writer.fromCells(row))
    .join()
  return { latin1: Buffer.from(text).toString('latin1'), count: rows.length }
}

/** Bytes of a buffer that is kept for the next query. */
const KEPT = 1024 * 1024
const FIRST = 16 * 1024
const spare: Sink[] = []

function takeSink(): Sink {
  return spare.pop() ?? new Sink()
}

class Sink {
  #bytes = Buffer.allocUnsafeSlow(FIRST)
  #end = 0

  add(writer: RowWriter, { buffer, offset, end }: Packet): void {
    const room = this.#end + 1 + writer.room(end - offset)
    if (room > this.#bytes.length) this.#grow(room)
    if (this.#end > 0) this.#bytes[this.#end++] = COMMA
    this.#end = writer.write(buffer, offset, end, this.#bytes, this.#end)
  }

  /** @returns what was written; then it may be used for something else */
  take(): string {
    const text = this.#bytes.toString('latin1', 0, this.#end)
    this.#end = 0
    if (this.#bytes.length <= KEPT && spare.length < 64) spare.push(this)
    return text
  }

  #grow(room: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(room, 2 * this.#bytes.length))
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
}

const COMMA = 0x2c
