/** The header `Idempotency-Key`: on routes that keep its promise it is read, on other writes refused. */
import type { IncomingMessage } from 'node:http'
import { ApiError } from '../errors.ts'

/** Bare, or as a string of RFC 9651, which the header's draft asks for. */
const FORM = /^(?:"((?:[!#-[\]-~]|\\["\\])+)"|([!#-~][!-~]*))$/
const LONGEST = 255

/**
 * @returns undefined without the header
 * @throws ApiError `invalid_idempotency_key`
 */
export function idempotencyKey({ headers }: IncomingMessage): string | undefined {
  const given = headers['idempotency-key']
  if (given === undefined) return undefined
  const [, quoted, bare] = FORM.exec(String(given)) ?? []
  const key = quoted?.replaceAll(/\\(.)/g, '$1') ?? bare
  if (key !== undefined && key.length <= LONGEST) return key
  throw new ApiError(
    'invalid_idempotency_key',
    `Idempotency-Key must be 1 to ${LONGEST} visible ASCII characters, bare or in double quotes, such as a UUID. ` +
      'Nothing was changed.',
  )
}

/**
 * Who sends a key relies on it: taken for nothing, the second of two refills would be paid again.
 *
 * @throws ApiError `unsupported_header`
 */
export function refuseIdempotencyKey({ headers }: IncomingMessage): void {
  if (headers['idempotency-key'] === undefined) return
  throw new ApiError(
    'unsupported_header',
    'This address cannot promise what Idempotency-Key asks for, that a request sent twice is done once. Nothing was ' +
      'changed. Send it without that header, and look before you send it again.',
  )
}
