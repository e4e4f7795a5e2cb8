/** The client: rows of every resource, figures, files, and money, with the types of the generated resources. */
import { exportRows } from './export.ts'
import type { Facts } from './facts.ts'
import { importFile, type ImportOptions, type ImportReport } from './import.ts'
import { move, type MoveOptions } from './money.ts'
import type { Charged, LooseRow, NewKey, Page, Refilled } from './paths.ts'
import { pagedRows } from './pages.ts'
import type { FiguresQuery, ListQuery, LooseQuery, RowsQuery } from './query.ts'
import { makeReports, type Reports } from './reports.ts'
import type { New, Row } from './resource-types.ts'
import { type Retry, retrying } from './retry.ts'
import { SERVER_RESOURCES } from './server-resources.ts'
import { withTag } from './tags.ts'
import { connect, type Key, type Requests, type Transport, type TransportOptions } from './transport.ts'
import { makeWrites, type Writes } from './writes.ts'

export interface ClientOptions extends TransportOptions {
  /** How reads, and money by its key, are tried again; other writes never are. */
  readonly retry?: Retry
}

export interface Client<R> extends Writes<R> {
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
  /** One row, with its tag: {@link tagOf}. */
  read<Name extends keyof R & string>(resource: Name, key: Key): Promise<Row<R, Name>>
  /** Adds to the balance, once, however often it has to be sent. */
  refill(card: Key, credit: string, options?: MoveOptions): Promise<Refilled>
  /** Takes from the balance, once, however often it has to be sent. */
  charge(card: Key, amount: string, options?: MoveOptions): Promise<Charged>
  /**
   * A file of CSV to rows; its first line names the fields. A string, a Blob or bytes, because it may have to be sent again.
   *
   * @returns what became of its lines, those that failed too
   */
  import<Name extends keyof R & string>(
    resource: Name,
    file: string | Blob | Uint8Array<ArrayBuffer>,
    options?: ImportOptions<Partial<New<R, Name>>>,
  ): Promise<ImportReport>
  readonly report: Reports
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
  const request = http.request as (method: string, path: string, init: object) => ReturnType<Requests['exchange']>
  const exchange: Requests['exchange'] = (method, path, init) => request(method.toLowerCase(), path, init)
  const send: Requests['send'] = async (method, path, init) => (await exchange(method, path, init)).data
  const requests: Requests = {
    get: (path, init) =>
      retrying(async () => {
        const { data, response } = await exchange('GET', path, init)
        return withTag(data, response.headers.get('ETag'))
      }, retry),
    send,
    exchange,
  }
  const list = (resource: string, query: object = {}) =>
    requests.get(`/api/${resource}/`, { params: { query } }) as Promise<Page<never>>
  const client = {
    list,
    look: list,
    rows: (resource: string, query: object = {}) => pagedRows(list, resource, query),
    export: (resource: string, query: object = {}) => exportRows(request, resource, query, facts[resource], retry),
    figures: async (resource: string, query: object) => (await list(resource, query)).objects,
    read: (resource: string, key: Key) => requests.get(`/api/${resource}/{key}/`, { params: { path: { key } } }),
    ...makeWrites(requests, facts),
    import: (resource: string, file: string | Blob | Uint8Array<ArrayBuffer>, importing?: ImportOptions<object>) =>
      importFile(exchange, resource, file, retry, importing),
    report: makeReports(requests),
    refill: (card: Key, credit: string, moving?: MoveOptions) => move(send, 'refill', card, { credit }, retry, moving),
    charge: (card: Key, amount: string, moving?: MoveOptions) =>
      move(send, 'extra_charge', card, { amount }, retry, moving),
    issueKey: (body: NewKey) => send('POST', '/custom_api/key', { body }),
    http,
  }
  // The one place where what is sent meets what the types promise of it.
  return client as unknown as Client<R>
}
