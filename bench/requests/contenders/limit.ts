/**
 * What the driver allows: bare node:http and mysql2, with queries and JSON written by hand for exactly these rows.
 *
 * It has no users, no permissions, no log, checks nothing, and answers nothing but these requests; to these, byte for
 * byte what the product answers.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import mysql from 'mysql2'
import { sendCalls } from './exports.ts'
import { bodyOf, DATABASE_URL, listen, POOL_SIZE } from './program.ts'
import { type Cells, writerOf } from './rows.ts'
import { createGroup, refillBare, refillByJournal, refillInTransaction } from './writes.ts'

const pool = mysql.createPool({
  uri: DATABASE_URL,
  connectionLimit: POOL_SIZE,
  charset: 'utf8mb4',
  dateStrings: true,
  supportBigNumbers: true,
  bigNumberStrings: true,
})

function read(table: string, sql: string, values: unknown[], done: (objects: string[]) => void): void {
  pool.query({ sql, values, rowsAsArray: true }, (error, rows, fields) => {
    if (error) throw error
    done((rows as unknown as Cells[]).map(writerOf(table, fields)))
  })
}

function send(response: ServerResponse, json: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) }).end(json)
}

function sendPage(response: ServerResponse, model: string, query: string, objects: string[]): void {
  const isMore = objects.length > 20
  const meta = JSON.stringify({ model, next: isMore ? `/api/${model}/?${query}page=2` : '', page: 1, previous: '' })
  send(response, `{"meta":${meta},"objects":[${(isMore ? objects.slice(0, 20) : objects).join()}]}`)
}

const promised = pool.promise()
/** Found out once: what whoever writes this by hand knows of his tables. */
let isTransactional: boolean | undefined

async function write(url: string, request: IncomingMessage): Promise<string> {
  const { name = '', description = '', credit = '' } = await bodyOf(request)
  const isBare = url.startsWith('/bare/')
  if (url.endsWith('/api/cardgroup/')) return createGroup(promised, { name, description }, !isBare)
  const card = Number(url.slice(url.lastIndexOf('/') + 1))
  if (isBare) return refillBare(promised, card, credit)
  if (isTransactional === undefined) {
    const [[status]] = await promised.query<mysql.RowDataPacket[]>("show table status like 'cc_card'")
    isTransactional = status?.['Engine'] === 'InnoDB'
  }
  return isTransactional ? refillInTransaction(promised, card, credit) : refillByJournal(promised, card, credit)
}

listen(
  createServer((request, response) => {
    const url = request.url ?? ''
    if (request.method === 'POST') {
      write(url, request).then(
        (answer) => send(response, answer),
        (error: unknown) => response.writeHead(500).end(String(error)),
      )
    } else if (url.startsWith('/api/card/')) {
      const id = Number(url.slice('/api/card/'.length, -1))
      read('card', 'select * from cc_card where id = ?', [id], ([row = '']) => send(response, row))
    } else if (url === '/api/country/') {
      const sql = 'select * from cc_country order by id limit 21'
      read('country', sql, [], (objects) => sendPage(response, 'country', '', objects))
    } else if (url === '/api/call/') {
      const sql = 'select * from cc_call order by id limit 21'
      read('call', sql, [], (objects) => sendPage(response, 'call', '', objects))
    } else if (url.startsWith('/api/call/?after=')) {
      const sql = 'select * from cc_call where id > ? order by id limit 21'
      read('call', sql, [Number(url.slice('/api/call/?after='.length))], (objects) =>
        sendPage(response, 'call', '', objects),
      )
    } else if (url.startsWith('/api/call/?card_id=')) {
      const query = url.slice('/api/call/?'.length)
      const id = Number(query.slice('card_id='.length, query.indexOf('&')))
      const sql = 'select * from cc_call where card_id = ? order by starttime desc, id desc limit 21'
      read('call', sql, [id], (objects) => sendPage(response, 'call', `${query}&`, objects))
    } else if (url.startsWith('/api/call/?format=')) sendCalls(pool, response, url.endsWith('csv'))
    else response.writeHead(404).end()
  }),
)
