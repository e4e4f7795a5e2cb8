/** {@link ApiError} -> the RFC 9457 body that every refused request is answered with. */
import { type ApiError, ERRORS, problemType } from '../errors.ts'

export const PROBLEM_TYPE = 'application/problem+json'

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
