/** All calls by the driver's own stream, as CSV or as lines of JSON, 64 kilobytes at once. */
import type { ServerResponse } from 'node:http'
import mysql, { type FieldPacket, type Pool } from 'mysql2'
import { type Cell, type Cells, writerOf } from './rows.ts'

const { TINY, SHORT, LONG, LONGLONG, INT24, NEWDECIMAL, FLOAT, DOUBLE } = mysql.Types
const NUMBERS = new Set([TINY, SHORT, LONG, LONGLONG, INT24, NEWDECIMAL, FLOAT, DOUBLE])
const PIECE = 64 * 1024

export function sendCalls(pool: Pool, response: ServerResponse, isCsv: boolean): void {
  const query = pool.query({ sql: 'select * from cc_call order by id', rowsAsArray: true })
  const rows = query.stream({ highWaterMark: 1000 })
  let lineOf: (row: Cells) => string = String
  let lines = ''
  query.once('fields', (fields: FieldPacket[]) => {
    const [toJson, toCsv] = [writerOf('call', fields), csvWriter(fields)]
    if (isCsv) lines = `${fields.map(({ name }) => name).join()}\r\n`
    lineOf = isCsv ? (row) => `${toCsv(row)}\r\n` : (row) => `${toJson(row)}\n`
  })
  response.writeHead(200, { 'Content-Type': isCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson' })
  rows.on('data', (row: Cells) => {
    lines += lineOf(row)
    if (lines.length < PIECE) return
    if (!response.write(lines)) {
      rows.pause()
      response.once('drain', () => rows.resume())
    }
    lines = ''
  })
  rows.once('end', () => response.end(lines))
}

function csvWriter(fields: readonly FieldPacket[]): (row: Cells) => string {
  const members = fields.map(({ columnType }) => {
    if (NUMBERS.has(columnType ?? -1)) return String
    if (columnType === mysql.Types.TIMESTAMP) return (cell: Cell) => (cell === '0000-00-00 00:00:00' ? '' : cell)
    return (cell: Cell) => csvText(String(cell))
  })
  return (row) => row.map((cell, index) => (cell === null ? '' : members[index]?.(cell))).join()
}

/** A text that is no formula for a spreadsheet. */
function csvText(text: string): string {
  const safe = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return safe === '' || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
