/** Requests to the API beside which the panel lies, with the session's token; numbers keep every digit. */
import { HttpError } from 'react-admin'

/** The panel lies at `<somewhere>/admin/`, the API at `<somewhere>/`. */
const ROOT = new URL('../', document.baseURI)

/** An RFC 9457 answer. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly request_id?: string
  readonly errors?: readonly {
    readonly line?: number
    readonly pointer?: string
    readonly parameter?: string
    readonly detail: string
  }[]
}

/** @param name - the last part of its `type`: `precondition-failed` */
export function isProblem(error: unknown, name: string): boolean {
  return error instanceof HttpError && (error.body as Partial<Problem> | null)?.type?.endsWith(`:${name}`) === true
}

/** Whether nobody knows what became of what was sent: no answer came, or one that says so. */
export function isUnknown(error: unknown): boolean {
  const { status = 0 } = error as { status?: number }
  const isOpen = isProblem(error, 'outcome-unknown') || isProblem(error, 'idempotency-key-in-use')
  return status === 0 || status >= 500 || isOpen
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

let csrf = ''

/** Of the session; what it is sent with may change something. */
export function useToken(token: string): void {
  csrf = token
}

/** What every request has that may change something. */
export function sessionHeaders(): Readonly<Record<string, string>> {
  return { 'X-CSRF-Token': csrf }
}

/** For `Idempotency-Key`; `crypto.randomUUID` is there on HTTPS and localhost only. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function addressOf(path: string): string {
  return new URL(path.replace(/^\//, ''), ROOT).href
}

/** @throws HttpError with the problem as its body; `status` 0 where the server could not be reached */
export async function send<Answer>(path: string, sent: Sent = {}): Promise<Answer> {
  return (await sendTagged<Answer>(path, sent)).answer
}

export interface Tagged<Answer> {
  readonly answer: Answer
  /** `ETag` of the row that was answered. */
  readonly tag: string | null
}

/** As {@link send}. */
export async function sendTagged<Answer>(
  path: string,
  { method = 'GET', body, headers, signal }: Sent = {},
): Promise<Tagged<Answer>> {
  const response = await fetch(addressOf(path), {
    method,
    credentials: 'same-origin',
    headers: {
      ...sessionHeaders(),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new HttpError('a2b.offline', 0)
  })
  const text = await response.text().catch(() => {
    throw new HttpError('a2b.offline', 0)
  })
  const isJson = /\bjson\b/.test(response.headers.get('Content-Type') ?? '')
  const answer: unknown = isJson && text !== '' ? JSON.parse(text, exactly) : undefined
  if (response.ok) return { answer: answer as Answer, tag: response.headers.get('ETag') }
  throw problemError(response, answer as Problem | undefined)
}

export function problemError({ status, statusText }: Response, problem: Problem | undefined): HttpError {
  return new HttpError(problem?.detail ?? statusText, status, problem)
}

/**
 * A double would change the digits of some numbers, and lose the last zeros of others; those come as their text. DECIMAL columns come so anyway, by
 * `decimals=string`.
 */
function exactly(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number') return value
  const { source = String(value) } = context ?? {}
  return /^-?\d+$/.test(source) && Number.isSafeInteger(value) ? value : source
}
