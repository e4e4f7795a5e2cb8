/** How requests leave and answers come back: openapi-fetch, with a login, exact numbers and errors that are thrown. */
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch'
import { decimalsOf, type Facts, resourceIn } from './facts.ts'
import { withDecimalsAsText } from './exact-json.ts'
import type { Paths } from './paths.ts'
import { errorOf } from './problem.ts'
import { writeQuery } from './query.ts'

export type Credentials =
  | { readonly key: string }
  | { readonly name: string; readonly password: string }
  /** A browser that has signed in by `POST /api/session/`; its `csrf`. */
  | { readonly csrf: string }

export interface TransportOptions {
  /** Where the API is, with the prefix of a proxy if there is one: `https://example.org/billing`. */
  readonly baseUrl: string
  readonly credentials: Credentials
  readonly fetch?: (request: Request) => Promise<Response>
}

const NONE: ReadonlySet<string> = new Set()

/** Of a row, or a card. */
export type Key = number | string

/** What the methods of the client need of openapi-fetch, whose types follow one address at a time. */
export interface Requests {
  /** Tried again where it may pass; of a row, with its tag. */
  get(path: string, init: object): Promise<unknown>
  send(method: Method, path: string, init: object): Promise<unknown>
  /** The same with the whole answer. */
  exchange(method: Method, path: string, init: object): Promise<{ data?: unknown; response: Response }>
}
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export type Transport<R> = FetchClient<Paths<R>>

export function connect<R>(options: TransportOptions, facts: Facts): Transport<R> {
  const { baseUrl, credentials, fetch } = options
  const client = createFetchClient<Paths<R>>({
    baseUrl: baseUrl.replace(/\/+$/, ''),
    headers: headersOf(credentials),
    querySerializer: writeQuery,
    ...(fetch && { fetch }),
  })
  const decimalsAt = decimalsOf(facts)
  client.use({
    onRequest({ request, schemaPath }) {
      // What JSON.parse would make doubles of, asked for as texts.
      const url = new URL(request.url)
      const isRows = Object.hasOwn(facts, resourceIn(schemaPath) ?? '')
      if (!isRows || request.method !== 'GET' || url.searchParams.get('format') === 'csv') return undefined
      url.searchParams.set('decimals', 'string')
      return new Request(url, request)
    },
    async onResponse({ response, schemaPath }) {
      if (!response.ok) throw await errorOf(response)
      const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
      // A batch has rows of several tables, whose names say different things.
      if (!isJson || schemaPath === '/api/batch/') return undefined
      const text = withDecimalsAsText(await response.text(), decimalsAt(schemaPath) ?? NONE)
      const { status, headers } = response
      // Of the bytes as they came.
      const kept = new Headers(headers)
      kept.delete('Content-Length')
      return new Response(text, { status, headers: kept })
    },
  })
  return client
}

function headersOf(credentials: Credentials): Record<string, string> {
  if ('key' in credentials) return { Authorization: `Bearer ${credentials.key}` }
  if ('csrf' in credentials) return { 'X-CSRF-Token': credentials.csrf }
  const bytes = new TextEncoder().encode(`${credentials.name}:${credentials.password}`)
  return { Authorization: `Basic ${btoa(String.fromCodePoint(...bytes))}` }
}

/** Percent-encoded, as headers hold Latin letters only. */
export function because(reason: string | undefined): Record<string, string> {
  return reason === undefined ? {} : { 'X-Request-Reason': encodeURIComponent(reason).replaceAll('%20', ' ') }
}
