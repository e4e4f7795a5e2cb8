/** Where a request comes from, and how: to share fairly among clients, not to trust any of them. */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * @returns the address of the connection or, behind a proxy on this machine, the one it says it speaks for: the last of
 *   `X-Forwarded-For`. From anywhere else that header may say what it likes, and
 *   what is no address is none from anywhere.
 */
export function clientAddress({ socket, headers }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? ''
  const forwarded = headers['x-forwarded-for']
  if (forwarded === undefined || !LOOPBACK.test(peer)) return peer
  const last = String(forwarded).split(',').at(-1)?.trim() ?? ''
  return isIP(last) === 0 ? peer : last
}

/**
 * Whether the client speaks HTTPS: with a proxy on this machine, which says so by the last of `X-Forwarded-Proto`. The
 * server itself speaks HTTP alone.
 */
export function cameByHttps({ socket, headers }: IncomingMessage): boolean {
  const forwarded = headers['x-forwarded-proto']
  if (forwarded === undefined || !LOOPBACK.test(socket.remoteAddress ?? '')) return false
  return String(forwarded).split(',').at(-1)?.trim().toLowerCase() === 'https'
}

const LOOPBACK = /^(::ffff:)?127\.|^::1$/
