/** What a person writes by hand: a statement, sent through mysql2, and its rows as JSON, by bare node:http. */
import { createServer } from 'node:http'
import mysql from 'mysql2'
import { DATABASE_URL, listen, POOL_SIZE } from '../../requests/contenders/program.ts'

const pool = mysql.createPool({
  uri: DATABASE_URL,
  connectionLimit: POOL_SIZE,
  charset: 'utf8mb4',
  dateStrings: true,
  supportBigNumbers: true,
  bigNumberStrings: true,
})

// As the product's connections have it: what is shown of a TIMESTAMP takes longer to work out in some zones.
pool.on('connection', (connection) => connection.query(`set time_zone = 'SYSTEM'`))

listen(
  createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost')
    // Rows of several tables that are joined are objects by table, or columns of one name would be one.
    pool.query({ sql: searchParams.get('sql') ?? '', nestTables: searchParams.has('joined') }, (error, rows) => {
      if (error) throw error
      const json = JSON.stringify(rows)
      const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) }
      response.writeHead(200, headers).end(json)
    })
  }),
)
