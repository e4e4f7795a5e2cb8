/** The client: rows of every resource, figures, files, and money, with the types of the generated resources. */
import { exportRows } from './export.ts'
import { move, type MoveOptions } from './money.ts'
import type { Charged, LooseRow, NewKey, Page, Refilled } from './paths.ts'
import { pagedRows } from './pages.ts'
import type { FiguresQuery, ListQuery, LooseQuery, RowsQuery } from './query.ts'
import { type Retry, retrying } from './retry.ts'
import { SERVER_RESOURCES } from './server-resources.ts'
import {
  because,
  connect,
  type Facts,
  type Key,
  type Requests,
  type Transport,
  type TransportOptions,
} from './transport.ts'

export interface ClientOptions extends TransportOptions {
  /** How reads, and money by its key, are tried again; other writes never are. */
  readonly retry?: Retry
}

export interface WriteOptions {
  /** Why, for the audit. */
  readonly reason?: string
}

type Row<R, Name extends keyof R> = R[Name] extends { row: infer Shape } ? Shape : never
type New<R, Name extends keyof R> = R[Name] extends { new: infer Shape } ? Shape : never
type Patch<R, Name extends keyof R> = R[Name] extends { patch: infer Shape } ? Shape : never

export interface Client<R> {
  /** One page of rows. */
  list<Name extends keyof R & string, Field extends keyof Row<R, Name> = keyof Row<R, Name>>(
    resource: Name,
    query?: ListQuery<Row<R, Name>, Field>,
  ): Promise<Page<Pick<Row<R, Name>, Field>>>
  /** All rows, page by page: by cursor, or by number in an order that no index holds. */
  rows<Name extends keyof R & string, Field extends keyof Row<R, Name> = keyof Row<R, Name>>(
    resource: Name,
    query?: RowsQuery<Row<R, Name>, Field>,
  ): AsyncGenerator<Pick<Row<R, Name>, Field>, void>
  /** All rows in one answer, as they are read; goes on behind the last one when the connection breaks. */
  export<Name extends keyof R & string, Field extends keyof Row<R, Name> = keyof Row<R, Name>>(
    resource: Name,
    query?: RowsQuery<Row<R, Name>, Field>,
  ): AsyncGenerator<Pick<Row<R, Name>, Field>, void>
  /** One page with `expand`, `labels` or `omit`: rows of another shape. */
  look<Name extends keyof R & string>(resource: Name, query: LooseQuery<Row<R, Name>>): Promise<Page<LooseRow>>
  /** Figures of rows; sums and averages of decimals are texts. */
  figures<Name extends keyof R & string>(resource: Name, query: FiguresQuery<Row<R, Name>>): Promise<LooseRow[]>
  read<Name extends keyof R & string>(resource: Name, key: Key): Promise<Row<R, Name>>
  create<Name extends keyof R & string>(
    resource: Name,
    row: New<R, Name>,
    options?: WriteOptions,
  ): Promise<Row<R, Name>>
  /** Changes the columns that are named, and no others. */
  update<Name extends keyof R & string>(
    resource: Name,
    key: Key,
    changes: Patch<R, Name>,
    options?: WriteOptions,
  ): Promise<Row<R, Name>>
  remove<Name extends keyof R & string>(resource: Name, key: Key, options?: WriteOptions): Promise<void>
  /** Adds to the balance, once, however often it has to be sent. */
  refill(card: Key, credit: string, options?: MoveOptions): Promise<Refilled>
  /** Takes from the balance, once, however often it has to be sent. */
  charge(card: Key, amount: string, options?: MoveOptions): Promise<Charged>
  /** The key is shown this once. */
  issueKey(key: NewKey): Promise<{ id: number; key: string }>
  /** Every address, by openapi-fetch. Errors are thrown. */
  readonly http: Transport<R>
}

/** @param tables - what is generated of the tables */
export function makeClient<R>(options: ClientOptions, tables: Facts): Client<R> {
  const facts: Facts = { ...SERVER_RESOURCES, ...tables }
  const http = connect<R>(options, facts)
  const { retry } = options
  const request = http.request as (method: string, path: string, init: object) => Promise<{ data?: unknown }>
  const send: Requests['send'] = async (method, path, init) => (await request(method.toLowerCase(), path, init)).data
  const requests: Requests = {
    get: (path, init) => retrying(async () => (await request('get', path, init)).data, retry),
    send,
  }
  const list = (resource: string, query: object = {}) =>
    requests.get(`/api/${resource}/`, { params: { query } }) as Promise<Page<never>>
  const item = (resource: string): string => `/api/${resource}/{key}/`
  const client = {
    list,
    look: list,
    rows: (resource: string, query: object = {}) => pagedRows(list, resource, query),
    export: (resource: string, query: object = {}) => exportRows(request, resource, query, facts[resource], retry),
    figures: async (resource: string, query: object) => (await list(resource, query)).objects,
    read: (resource: string, key: Key) => requests.get(item(resource), { params: { path: { key } } }),
    create: (resource: string, body: unknown, { reason }: WriteOptions = {}) =>
      send('POST', `/api/${resource}/`, { body, headers: because(reason) }),
    update: (resource: string, key: Key, body: unknown, { reason }: WriteOptions = {}) =>
      send('PATCH', item(resource), { params: { path: { key } }, body, headers: because(reason) }),
    remove: async (resource: string, key: Key, { reason }: WriteOptions = {}) => {
      await send('DELETE', item(resource), { params: { path: { key } }, headers: because(reason) })
    },
    refill: (card: Key, credit: string, moving?: MoveOptions) => move(send, 'refill', card, { credit }, retry, moving),
    charge: (card: Key, amount: string, moving?: MoveOptions) =>
      move(send, 'extra_charge', card, { amount }, retry, moving),
    issueKey: (body: NewKey) => send('POST', '/custom_api/key', { body }),
    http,
  }
  // The one place where what is sent meets what the types promise of it.
  return client as unknown as Client<R>
}
