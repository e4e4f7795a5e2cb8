/** The addresses of the API as openapi-fetch wants them, made from the types of the resources. */
import type { FiguresQuery, ListQuery, LooseQuery } from './query.ts'

export interface ListMeta {
  readonly model: string
  readonly page: number | null
  readonly next: string
  readonly previous: string
  readonly next_cursor?: string | null
  readonly count?: number
  readonly count_is_exact?: boolean
}

export interface Page<Row> {
  readonly meta: ListMeta
  readonly objects: Row[]
}

/** As `expand`, `labels`, `agg` and the like have it. */
export type LooseRow = Record<string, unknown>

export interface Refilled {
  card_id: number
  credited: string
  credit_without_vat: string
  current_balance: string
  vat: string
  logrefill_id: number
  logpayment_id: number
}

export interface Charged {
  card_id: number
  amount: string
  charge_id: number
  current_balance: string
}

export interface NewKey {
  name: string
  user?: number | string
  days?: number
  /** What the key may do, with spaces between: `money:refill card:get`. */
  grants?: string
}

interface Answers<Body> {
  200: { content: { 'application/json': Body } }
}
interface Get<Query, Body> {
  parameters: { query?: Query }
  responses: Answers<Body>
}
interface Send<Body, Answer> {
  parameters: { header?: { 'X-Request-Reason'?: string; 'Idempotency-Key'?: string } }
  requestBody: { content: { 'application/json': Body } }
  responses: Answers<Answer>
}

type RowOf<R> = R extends { row: infer Row } ? Row : never
type NewOf<R> = R extends { new: infer New } ? New : never
type PatchOf<R> = R extends { patch: infer Patch } ? Patch : never
type Key = { key: number | string }

interface Collection<R> {
  get: Get<ListQuery<RowOf<R>> | LooseQuery<RowOf<R>> | FiguresQuery<RowOf<R>>, Page<LooseRow>>
  post: Send<NewOf<R>, RowOf<R>>
}
interface Item<R> {
  parameters: { path: Key }
  get: Get<{ fields?: string; omit?: string; expand?: string; labels?: boolean }, LooseRow>
  patch: Send<PatchOf<R>, RowOf<R>>
  delete: { parameters: Record<never, never>; responses: Answers<{ deleted: 1 }> }
}

/** `schema`: what the database has become since the API was generated for it. */
export interface Readiness {
  status: string
  schema: { status: 'equal' | 'additive' | 'breaking'; breaking: number; additive: number }
}

interface ServerPaths {
  '/health/live': { get: Get<never, { status: string }> }
  '/health/ready': { get: Get<never, Readiness> }
  '/custom_api/refill/{card_id}': {
    parameters: { path: { card_id: number | string } }
    post: Send<{ credit: string }, Refilled>
    get: Get<never, Refilled>
  }
  '/custom_api/extra_charge/{card_id}': {
    parameters: { path: { card_id: number | string } }
    post: Send<{ amount: string }, Charged>
    get: Get<never, Charged>
  }
  '/custom_api/key': { post: Send<NewKey, { id: number; key: string }> }
}

export type Paths<R> = { [Name in keyof R & string as `/api/${Name}/`]: Collection<R[Name]> } & {
  [Name in keyof R & string as `/api/${Name}/{key}/`]: Item<R[Name]>
} & ServerPaths
