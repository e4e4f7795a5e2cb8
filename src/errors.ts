/**
 * Every error a client can receive, in one table, and {@link ApiError}, the way to answer one.
 *
 * The answer is RFC 9457 `application/problem+json`; `docs/errors.md` lists the same codes (a test compares).
 */

/** code: [status, title, short text of the original API, kept as `error`] */
export const ERRORS = {
  malformed_request: [400, 'This is not a valid HTTP request', 'Bad request'],
  malformed_url: [400, 'The address cannot be read', 'Bad request'],
  malformed_json: [400, 'The body is not valid JSON', 'Bad request'],
  malformed_body: [400, 'The body has the wrong shape', 'Bad request'],
  malformed_csv: [400, 'The file cannot be read as CSV', 'Bad request'],
  unknown_field: [400, 'The body names a field that does not exist', 'Bad request'],
  unknown_parameter: [400, 'The query names a parameter that does not exist', 'Bad request'],
  invalid_parameter: [400, 'A query parameter has a value that cannot be used', 'Bad request'],
  missing_field: [400, 'The body lacks a field', 'Bad request'],
  missing_filter: [400, 'The request would write to every row', 'Bad request'],
  missing_max_affected: [400, 'The request does not say to how many rows it may write', 'Bad request'],
  invalid_header: [400, 'A header has a value that cannot be used', 'Bad request'],
  unsupported_header: [400, 'A header asks for what this version does not do', 'Bad request'],
  missing_idempotency_key: [400, 'The header Idempotency-Key is missing', 'Bad request'],
  invalid_idempotency_key: [400, 'The header Idempotency-Key cannot be used', 'Bad request'],
  authentication_failed: [401, 'Authentication failed', 'Authentication failed'],
  forbidden: [403, 'This user may not do this', 'Forbidden'],
  csrf_failed: [403, 'The request lacks what only a page of this server can send', 'Forbidden'],
  not_found: [404, 'Nothing is at this address', 'Not found'],
  unknown_idempotency_key: [404, 'Nothing was done under this key', 'Not found'],
  method_not_allowed: [405, 'This address does not support this method', 'Method not allowed'],
  request_timeout: [408, 'The request took too long to arrive', 'Request timeout'],
  duplicate_key: [409, 'Another row has the same key', 'Conflict'],
  has_dependants: [409, 'Other rows refer to this one', 'Conflict'],
  cannot_roll_back: [409, 'The table cannot take back what is done', 'Conflict'],
  too_many_affected: [409, 'More rows would be written to than the request allows', 'Conflict'],
  idempotency_key_in_use: [409, 'The request with this key is still being worked on', 'Conflict'],
  movement_interrupted: [409, 'A movement of money was interrupted', 'Conflict'],
  last_administrator: [409, 'One administrator has to stay', 'Conflict'],
  precondition_failed: [412, 'The row is no longer what the request takes it for', 'Precondition failed'],
  body_too_large: [413, 'The body is too large', 'Request entity too large'],
  unsupported_media_type: [415, 'The body is of a type that is not accepted here', 'Unsupported media type'],
  expectation_failed: [417, 'The server does not do what Expect asks for', 'Expectation failed'],
  invalid_value: [422, 'A value cannot be stored', 'Bad request'],
  invalid_lines: [422, 'The file has lines that cannot be stored', 'Bad request'],
  idempotency_key_reused: [422, 'The key was used for another request', 'Bad request'],
  balance_too_low: [422, 'The balance does not suffice', 'Bad request'],
  card_not_usable: [422, 'The status of the card does not allow this', 'Bad request'],
  too_many_attempts: [429, 'Too many attempts to log in', 'Too many requests'],
  headers_too_large: [431, 'The headers are too large', 'Request header fields too large'],
  internal_error: [500, 'The server failed', 'Internal server error'],
  plugin_failed: [500, 'A plugin failed', 'Internal server error'],
  unknown_method: [501, 'There is no such method', 'Not implemented'],
  database_unavailable: [503, 'The database cannot serve this request', 'Service unavailable'],
  database_busy: [503, 'The database did not answer in time', 'Service unavailable'],
  engine_not_transactional: [503, 'The tables cannot keep the promise that is asked of them', 'Service unavailable'],
  import_interrupted: [503, 'The import did not come to its end', 'Service unavailable'],
  outcome_unknown: [503, 'Whether it was done is not known', 'Service unavailable'],
} as const satisfies Record<string, readonly [status: number, title: string, error: string]>

export type ErrorCode = keyof typeof ERRORS

/** Stable name of an error, what clients match on: `card_busy` is `urn:a2billing-api:error:card-busy`. */
export function problemType(code: ErrorCode): string {
  return `urn:a2billing-api:error:${code.replaceAll('_', '-')}`
}

/**
 * One thing wrong with the request: `pointer` is a JSON Pointer into the body, or into the `line` of a file; `parameter` a
 * query parameter's name.
 */
export interface FieldError {
  readonly line?: number
  readonly pointer?: string
  readonly parameter?: string
  readonly detail: string
}

export interface ApiErrorOptions {
  readonly errors?: readonly FieldError[]
  /** Response headers, e.g. `Allow` or `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Replaces the table's short text, e.g. `Missing credit parameter.` */
  readonly error?: string
  readonly cause?: unknown
}

/**
 * An error meant for the client; any other error is logged and answered as a bare 500.
 *
 * @param code - a row of {@link ERRORS}
 * @param detail - what is wrong, where, and what to do, in a sentence; shown to the client, so never SQL
 */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly headers: Readonly<Record<string, string>>
  readonly shortText: string
  /** Koa's word for "the client may read the message". */
  readonly expose = true

  constructor(code: ErrorCode, detail: string, { errors = [], headers = {}, error, cause }: ApiErrorOptions = {}) {
    super(detail, { cause })
    const [status, , shortText] = ERRORS[code]
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.errors = errors
    this.headers = headers
    this.shortText = error ?? shortText
  }
}
