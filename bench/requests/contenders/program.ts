/** What the contenders have in common: where the database is, and how they say where they listen. */
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export const DATABASE_URL = process.env['BENCH_DATABASE_URL'] ?? ''
/** Connections; the product has as many. */
export const POOL_SIZE = Number(process.env['BENCH_POOL_SIZE'])

/** Ends with the process that started this one. */
export function listen(server: Server): void {
  process.once('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
}

export function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  return json(request) as Promise<Record<string, string>>
}
