/** The header `X-Request-Reason` -> why a client says it does what it does, for the audit. */
import type { IncomingMessage } from 'node:http'
import { ApiError } from '../errors.ts'

/** Characters. */
const LONGEST = 255

/**
 * Visible Latin letters as they are, anything else in UTF-8 with its bytes percent-encoded: `Gutschrift f%C3%BCr Juli`.
 *
 * @returns undefined without the header
 * @throws ApiError `invalid_header`
 */
export function requestReason({ headers }: IncomingMessage): string | undefined {
  const given = headers['x-request-reason']
  if (given === undefined) return undefined
  const text = decode(String(given))
  const isShown = text !== undefined && text !== '' && !/\p{Cc}|\p{Cs}/u.test(text)
  if (isShown && [...text].length <= LONGEST) return text
  throw new ApiError(
    'invalid_header',
    `X-Request-Reason must be 1 to ${LONGEST} visible characters. Those that are not Latin letters, and "%", are written ` +
      'as the bytes of UTF-8 with a percent sign before each, as encodeURIComponent does.',
  )
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
