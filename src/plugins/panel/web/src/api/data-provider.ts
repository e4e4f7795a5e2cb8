/** react-admin's questions -> the API's. Money is text both ways; lists are never counted. */
import type { DataProvider, GetListParams, Identifier, RaRecord } from 'react-admin'
import { HttpError } from 'react-admin'
import { isProblem, type Problem, send, sendTagged } from './client.ts'
import { canFollow, cursorOf, remember } from './cursors.ts'
import { resourceNamed } from './metadata.ts'
import { queryOf } from './query.ts'

export type Row = Readonly<Record<string, unknown>>

interface List {
  readonly meta: { readonly next: string; readonly next_cursor?: string | null }
  readonly objects: readonly Row[]
}

/** Where a row keeps its `ETag`: a name that no column has. */
export const TAG = '@tag'

/** A row was changed by somebody else since the form was opened: the error's body has it as it is now. */
function conflict(theirs: Row): HttpError {
  return new HttpError('a2b.conflict.title', 412, { theirs })
}

/** @returns the row of somebody else that kept a change from being made; undefined for other errors */
export function theirsIn(error: unknown): Row | undefined {
  return error instanceof HttpError ? (error.body as { theirs?: Row } | undefined)?.theirs : undefined
}

function refusesCursor(error: unknown): boolean {
  if (!isProblem(error, 'invalid-parameter')) return false
  const { errors = [] } = (error as HttpError).body as Problem
  return errors.some(({ parameter }) => parameter === 'cursor')
}

/** Of a row. */
export function pathOf(resource: string, id: Identifier): string {
  return `api/${resource}/${encodeURIComponent(String(id))}/`
}

/** Secrets are set here, and never shown, so they are not asked for either; those that would come are named. */
export function withoutSecrets(resource: string, query: URLSearchParams): URLSearchParams {
  const secrets = (resourceNamed(resource)?.fields ?? []).filter(({ secret, writeOnly }) => secret && !writeOnly)
  if (secrets.length > 0) query.set('omit', secrets.map(({ name }) => name).join(','))
  return query
}

/** With an `id`, which react-admin finds rows by: their address. */
function withId(resource: string, row: Row, index = 0): RaRecord {
  const { key = [] } = resourceNamed(resource) ?? {}
  const parts = key.map((field) => String(row[field]))
  // As the API's addresses have it.
  const escaped = parts.length > 1 ? parts.map((part) => part.replaceAll('%', '%25').replaceAll(',', '%2C')) : parts
  return { ...row, id: key.length > 0 ? escaped.join(',') : `#${index}` }
}

async function list(resource: string, params: Partial<GetListParams>, signal?: AbortSignal) {
  const query = withoutSecrets(resource, queryOf(params))
  query.set('decimals', 'string')
  const { page = 1 } = params.pagination ?? {}
  const found = resourceNamed(resource)
  const follows = found !== undefined && params.pagination !== undefined && canFollow(found, params.sort?.field ?? '')
  const name = `${resource}?${query}`
  const cursor = follows ? cursorOf(name, page) : undefined
  if (cursor !== undefined) query.set('cursor', cursor)
  else if (page > 1) query.set('page', String(page))
  const read = () => send<List>(`api/${resource}/?${query}`, { ...(signal && { signal }) })
  const { meta, objects } = await read().catch((error: unknown) => {
    // Whether an index serves an order depends on the filters, too; the server knows.
    if (cursor === undefined || page > 1 || !refusesCursor(error)) throw error
    query.delete('cursor')
    return read()
  })
  if (follows) remember(name, page, meta.next_cursor)
  return {
    data: objects.map((row, index) => withId(resource, row, index)),
    pageInfo: { hasNextPage: meta.next !== '', hasPreviousPage: (params.pagination?.page ?? 1) > 1 },
  }
}

async function one(resource: string, id: Identifier): Promise<RaRecord> {
  const query = withoutSecrets(resource, new URLSearchParams({ decimals: 'string' }))
  const { answer, tag } = await sendTagged<Row>(`${pathOf(resource, id)}?${query}`)
  return { ...withId(resource, answer), [TAG]: tag }
}

/** Columns that the API takes: what cannot be written would be refused. */
function changes(resource: string, data: Row, before: Row): Row {
  const fields = resourceNamed(resource)?.fields ?? []
  return Object.fromEntries(
    fields
      .filter(({ name, writable }) => writable === undefined && name in data && !isSame(data[name], before[name]))
      .map(({ name }) => [name, data[name]]),
  )
}

function isSame(value: unknown, other: unknown): boolean {
  return JSON.stringify(value ?? null) === JSON.stringify(other ?? null)
}

export const dataProvider = {
  getList: (resource, params) => list(resource, params, params.signal),
  getOne: async (resource, { id }) => ({ data: await one(resource, id) }),
  async getMany(resource, { ids }) {
    const [key] = resourceNamed(resource)?.key ?? []
    if (key === undefined) return { data: [] }
    const filter = { [`${key}__in`]: [...new Set(ids.map(String))].join(',') }
    return list(resource, { filter, pagination: { page: 1, perPage: Math.max(1, ids.length) } })
  },
  getManyReference: (resource, { target, id, filter, ...params }) =>
    list(resource, { ...params, filter: { ...filter, [target]: id } }, params.signal),
  async create(resource, { data }) {
    const fields = resourceNamed(resource)?.fields ?? []
    const known = fields.filter(
      ({ name, writable }) => writable !== 'never' && data[name] !== undefined && data[name] !== null,
    )
    const body = Object.fromEntries(known.map(({ name }) => [name, data[name]]))
    const made = withId(resource, await send<Row>(`api/${resource}/`, { method: 'POST', body }))
    return { data: resourceNamed(resource)?.operations.get ? await one(resource, made.id) : made }
  },
  async update(resource, { id, data, previousData }) {
    const body = changes(resource, data, previousData)
    const tag: unknown = previousData[TAG]
    if (Object.keys(body).length > 0) {
      await send(pathOf(resource, id), {
        method: 'PATCH',
        body,
        ...(typeof tag === 'string' && { headers: { 'If-Match': tag } }),
      }).catch(async (error: unknown) => {
        throw isProblem(error, 'precondition-failed') ? conflict(await one(resource, id)) : error
      })
    }
    return { data: await one(resource, id) }
  },
  async delete(resource, { id }) {
    await send(pathOf(resource, id), { method: 'DELETE' })
    return { data: { id } }
  },
  async updateMany() {
    throw new Error('Rows are changed one by one')
  },
  async deleteMany() {
    throw new Error('Rows are deleted one by one')
  },
} as DataProvider
