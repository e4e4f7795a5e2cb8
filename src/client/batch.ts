/** `POST /api/batch/`: writes to rows of several tables, all of them or none. */
import { itemsOf, withDecimalsAsText } from './exact-json.ts'
import type { Facts } from './facts.ts'
import type { New, Patch, Row } from './resource-types.ts'
import type { ServerResources } from './server-resources.ts'
import { withTag } from './tags.ts'
import type { Key, Requests } from './transport.ts'

/** What the server itself serves is not for a batch. */
type Tables<R> = Exclude<keyof R & string, keyof ServerResources>

/** `{ create: 'callerid', row }`, `{ update: 'card', key: 7, changes }` or `{ remove: 'callerid', key: 12 }` */
export type Operation<R> = {
  [Name in Tables<R>]:
    | { readonly create: Name; readonly row: New<R, Name> }
    | { readonly update: Name; readonly key: Key; readonly changes: Patch<R, Name>; readonly ifMatch?: string }
    | { readonly remove: Name; readonly key: Key; readonly ifMatch?: string }
}[Tables<R>]

/** In their order: rows as they are stored now, and undefined for those that are gone. */
export type BatchResults<R, Operations extends readonly unknown[]> = {
  -readonly [Place in keyof Operations]: Operations[Place] extends { create: infer Name extends keyof R }
    ? Row<R, Name>
    : Operations[Place] extends { update: infer Name extends keyof R }
      ? Row<R, Name>
      : undefined
}

interface Request {
  readonly resource: string
  /** As the body has it. */
  readonly sent: {
    readonly method: 'POST' | 'PATCH' | 'DELETE'
    readonly path: string
    readonly body?: object
    readonly if_match?: string
  }
}

/** @returns undefined for a trial of what cannot roll back */
export async function runBatch(
  exchange: Requests['exchange'],
  facts: Facts,
  operations: readonly object[],
  init: object,
): Promise<unknown[] | undefined> {
  const requests = operations.map((operation) => requestOf(operation as Loose))
  const body = { operations: requests.map(({ sent }) => sent) }
  const { data } = await exchange('POST', '/api/batch/', { ...init, body, parseAs: 'text' })
  if (typeof data !== 'string' || data === '') return undefined
  // Each by itself: a name that is a decimal in one table may be something else in another.
  return itemsOf(data).map((item, place) => {
    const { resource, sent } = requests[place] as Request
    if (sent.method === 'DELETE') return undefined
    const decimals = new Set(facts[resource]?.decimals)
    const result = JSON.parse(withDecimalsAsText(item, decimals)) as { body: object; etag?: string }
    return withTag(result.body, result.etag)
  })
}

interface Loose {
  readonly create?: string
  readonly row?: object
  readonly update?: string
  readonly changes?: object
  readonly remove?: string
  readonly key?: Key
  readonly ifMatch?: string
}

function requestOf({ create, row = {}, update, changes = {}, remove = '', key = '', ifMatch }: Loose): Request {
  if (create !== undefined) return { resource: create, sent: { method: 'POST', path: `/api/${create}/`, body: row } }
  const resource = update ?? remove
  const path = `/api/${resource}/${encodeURIComponent(key)}/`
  const guard = ifMatch === undefined ? {} : { if_match: ifMatch }
  const sent = update === undefined ? { method: 'DELETE' as const } : { method: 'PATCH' as const, body: changes }
  return { resource, sent: { ...sent, path, ...guard } }
}
