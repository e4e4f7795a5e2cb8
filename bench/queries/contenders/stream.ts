/**
 * The bare driver: all rows of a statement by its own stream, each thrown away.
 *
 *     stream.ts SQL     sends how many rows a second came, and the most memory that it took
 */
import mysql from 'mysql2'
import { DATABASE_URL } from '../../requests/contenders/program.ts'
import type { Streamed } from '../exports.ts'

const [sql = ''] = process.argv.slice(2)
const connection = mysql.createConnection({
  uri: DATABASE_URL,
  charset: 'utf8mb4',
  dateStrings: true,
  supportBigNumbers: true,
  bigNumberStrings: true,
})
// Code becomes fast by running: what is measured comes second, as it does of the server.
await count(`${sql} limit 100000`)
const started = performance.now()
const rows = await count(sql)
const streamed: Streamed = {
  rows,
  perSecond: (rows * 1000) / (performance.now() - started),
  peak: process.resourceUsage().maxRSS / 1024,
}
process.send?.(streamed)
connection.destroy()

async function count(statement: string): Promise<number> {
  let found = 0
  for await (const _ of connection.query({ sql: statement, rowsAsArray: true }).stream()) found++
  return found
}
