import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { cameByHttps, clientAddress } from '../../../src/http/client-address.ts'

it.each([
  { peer: '192.0.2.1', forwarded: undefined, address: '192.0.2.1' },
  { peer: '192.0.2.1', forwarded: '198.51.100.7', address: '192.0.2.1' },
  { peer: '127.0.0.1', forwarded: undefined, address: '127.0.0.1' },
  { peer: '127.0.0.1', forwarded: '198.51.100.7', address: '198.51.100.7' },
  { peer: '::1', forwarded: '203.0.113.9, 198.51.100.7', address: '198.51.100.7' },
  { peer: '::ffff:127.0.0.1', forwarded: '2001:db8::1', address: '2001:db8::1' },
  { peer: '127.0.0.1', forwarded: 'x, ', address: '127.0.0.1' },
])('$peer with X-Forwarded-For $forwarded is $address', ({ peer, forwarded, address }) => {
  const request = { socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } }
  expect(clientAddress(request as unknown as IncomingMessage)).toBe(address)
})

it.each([
  { peer: '127.0.0.1', forwarded: 'https', https: true },
  { peer: '::1', forwarded: 'http, HTTPS ', https: true },
  { peer: '127.0.0.1', forwarded: 'https, http', https: false },
  { peer: '127.0.0.1', forwarded: undefined, https: false },
  { peer: '192.0.2.1', forwarded: 'https', https: false },
])('$peer with X-Forwarded-Proto $forwarded came by HTTPS: $https', ({ peer, forwarded, https }) => {
  const request = { socket: { remoteAddress: peer }, headers: { 'x-forwarded-proto': forwarded } }
  expect(cameByHttps(request as unknown as IncomingMessage)).toBe(https)
})
