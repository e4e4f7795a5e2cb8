/** The answers that are not a success: one response per status, naming every problem type it can have. */
import type { HeaderObject, ReferenceObject, ResponseObject, SchemaObject } from 'openapi3-ts/oas31'

/** code: [status, title, short text], as the server's error table has it. */
export type ProblemTable = Readonly<Record<string, readonly [status: number, title: string, error: string]>>

/** Every answer bears it. */
export const requestIdHeader = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } }

/** Of exports. */
export const fileNameHeader = { 'Content-Disposition': { $ref: '#/components/headers/FileName' } }

const RETRY_AFTER: HeaderObject = { description: 'Seconds to wait before trying again.', schema: { type: 'integer' } }
const HEADERS: Readonly<Record<number, Record<string, HeaderObject>>> = {
  401: { 'WWW-Authenticate': { description: 'How to log in.', schema: { type: 'string' } } },
  409: { 'Retry-After': RETRY_AFTER },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
}

/** Problems of every request, and those of one that writes what its body says. */
export const ANYWHERE = [400, 401, 429, 500, 503]
export const WITH_BODY = [403, 409, 413, 415, 422]
/** Of a write that `If-Match` can be sent with. */
export const OF_ROW = [404, 412]
/** Others, such as 405, answer requests for which the document has no operation; the types of all are in `Api.Problem`. */
const DOCUMENTED = new Set([...ANYWHERE, ...WITH_BODY, ...OF_ROW])

/** References to the shared responses of these statuses. */
export function problemResponses(...statuses: readonly number[]): Record<number, ReferenceObject> {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]))
}

/** `Problem404` and its like, for `components.responses`. */
export function problemComponents(problems: ProblemTable): Record<string, ResponseObject> {
  const byStatus = Map.groupBy(
    Object.entries(problems).filter(([, [status]]) => DOCUMENTED.has(status)),
    ([, [status]]) => status,
  )
  return Object.fromEntries(
    [...byStatus].map(([status, rows]) => [
      `Problem${status}`,
      {
        description: rows.map(([, [, title]]) => title).join('; '),
        headers: { ...requestIdHeader, ...HEADERS[Number(status)] },
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                { $ref: '#/components/schemas/Api.Problem' },
                { properties: { type: { enum: rows.map(([code]) => problemType(code)) }, status: { const: status } } },
              ],
            },
          },
        },
      },
    ]),
  )
}

/** `not_found` -> `urn:a2billing-api:error:not-found` */
function problemType(code: string): string {
  return `urn:a2billing-api:error:${code.replaceAll('_', '-')}`
}

/** What was done to rows that meet filters. */
export const countSchema = (done: string): SchemaObject => ({
  type: 'object',
  properties: {
    [done]: { type: 'integer', description: 'Rows.' },
    failed: { type: 'integer' },
    problems: { type: 'array', items: { $ref: '#/components/schemas/Api.RowProblem' } },
  },
  required: [done],
  additionalProperties: false,
})

/** What became of one of several rows, where tables cannot roll back. */
export const rowProblemSchema: SchemaObject = {
  type: 'object',
  description: 'As the answer to a request for this row alone would have it.',
  properties: {
    pointer: { type: 'string', description: 'JSON Pointer to the row in the body' },
    key: { type: 'string', description: 'Of the row, as in its address' },
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'array', items: { type: 'object' } },
    error: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'detail', 'error'],
}

/** RFC 9457, with the short text of the original API as `error`. */
export const problemSchema = (problems: ProblemTable): SchemaObject => ({
  type: 'object',
  description: 'What went wrong, where, and what to do about it (RFC 9457).',
  properties: {
    type: { type: 'string', description: 'Stable: match on this.', enum: Object.keys(problems).map(problemType) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer into the body, or into the line of a file' },
          line: { type: 'integer', minimum: 1, description: 'Of a file' },
          parameter: { type: 'string', description: 'Query parameter' },
          detail: { type: 'string' },
        },
        required: ['detail'],
      },
    },
    request_id: { type: 'string', description: 'Also in the header X-Request-Id and in the log.' },
    error: { type: 'string', description: 'Short text, as older clients know it.' },
  },
  required: ['type', 'title', 'status', 'detail', 'request_id', 'error'],
})
