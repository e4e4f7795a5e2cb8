/** Bare node:http with a constant body: what no server on Node is faster than. */
import { createServer } from 'node:http'
import { listen } from './program.ts'

const body = JSON.stringify({ hello: 'world' })

listen(
  createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body)
  }),
)
