/** {@link ApiError} -> the RFC 9457 body that every refused request is answered with. */
import { ERRORS } from '../errors.ts'
import type { ApiError, ErrorCode } from '../errors.ts'

export const PROBLEM_TYPE = 'application/problem+json'

/** Stable name of an error, what clients match on: `card_busy` is `urn:a2billing-api:error:card-busy`. */
export function problemType(code: ErrorCode): string {
  return `urn:a2billing-api:error:${code.replaceAll('_', '-')}`
}

/** JSON text of the answer; `error` is the short text that the original API sent. */
export function problemBody(error: ApiError, requestId: string): string {
  return JSON.stringify({
    type: problemType(error.code),
    title: ERRORS[error.code][1],
    status: error.status,
    detail: error.message,
    errors: error.errors.length > 0 ? error.errors : undefined,
    request_id: requestId,
    error: error.shortText,
  })
}
