/** One page of a resource as the documented envelope, `{"meta": {…}, "objects": […]}`. */
import { isBadPattern, isOfMixedCollations } from '../db/errors.ts'
import type { JsonBytes, JsonRows, RowWriter } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import { may } from '../access.ts'
import type { Caller } from '../caller.ts'
import { jsonBytes } from '../json-bytes.ts'
import type { Api } from './api.ts'
import { listStatement } from './list-statement.ts'
import type { OrderValue } from './behind.ts'
import { type Count, countRows } from './count-rows.ts'
import { writeCursor } from './cursor.ts'
import { type Read, readExpanded, withNotes } from './expand-rows.ts'
import { explain } from './explain-rows.ts'
import { OrderWriter } from './order-writer.ts'
import { linkTo } from './paging.ts'
import { type ListQuery, parseListQuery } from './query-string.ts'
import type { Resource } from './resource.ts'
import { type Showing, showingOf } from './shown.ts'
import { AT_ONCE, Gatherings, type InTurn, Together } from './together.ts'

/** The permission for `explain=1`. */
const EXPLAIN = 'query:explain'

/**
 * @param queryString - as in the URL, without `?`
 * @throws ApiError 400 naming the parameter that is unknown or cannot be used
 */
export async function listRows(
  api: Api,
  resource: Resource,
  caller: Caller,
  queryString: string,
  inTurn = AT_ONCE,
): Promise<JsonBytes> {
  const query = parseListQuery(api, resource, queryString)
  const showing = showingOf(
    api,
    query.aggregation?.resource ?? resource,
    may(caller.access, 'secrets:read'),
    query.shown,
  )
  if (query.isExplained) {
    if (!may(caller.access, EXPLAIN)) throw new ApiError('forbidden', `A plan needs the permission "${EXPLAIN}".`)
    const statement = listStatement(api, resource, withNotes(showing), query)
    const plan = await explain(statement, (asked) => inTurn(() => api.db.readRows(asked)))
    return jsonBytes(JSON.stringify({ meta: { ...metaOf(resource, query, NOTHING), explain: plan }, objects: [] }))
  }
  const found = await explaining(query, () => readTogether(api, resource, caller, showing, query, inTurn))
  const meta = Buffer.from(JSON.stringify(metaOf(resource, query, found))).toString('latin1')
  return { latin1: `{"meta":${meta},"objects":[${found.latin1}]}` }
}

function metaOf({ name: model }: Resource, query: ListQuery, { count, last, all }: ListedRows): object {
  const { page, limit, parameters, cursor } = query
  const isMore = count > limit
  const counted = all && { count: all.count, count_is_exact: all.isExact }
  if (cursor) {
    const to = isMore ? writeCursor(cursor, last) : null
    return {
      model,
      next: to === null ? '' : linkTo(model, parameters, 'cursor', to),
      page: null,
      previous: '',
      next_cursor: to,
      ...counted,
    }
  }
  const linkToPage = (number: number): string => linkTo(model, parameters, 'page', String(number))
  return {
    model,
    next: isMore ? linkToPage(page + 1) : '',
    page,
    previous: page > 1 ? linkToPage(page - 1) : '',
    ...counted,
  }
}

interface ListedRows extends JsonRows {
  /** What the order has in the last row; only with a cursor. */
  readonly last: readonly OrderValue[]
  /** Only where it was asked for. */
  readonly all: Count | undefined
}

const NOTHING: ListedRows = { latin1: '', count: 0, last: [], all: undefined }

/** Of each view: what is put into the rows is limited by scopes of which the statement for the rows says nothing. */
const gatherings = new WeakMap<Api, Gatherings<undefined, ListedRows>>()

/** The same question of the same caller with the same rights, asked while it waits to be sent, is answered by one query. */
function readTogether(
  api: Api,
  resource: Resource,
  caller: Caller,
  showing: Showing,
  query: ListQuery,
  inTurn: InTurn,
): Promise<ListedRows> {
  const { db } = api
  const { limit, cursor, ordering } = query
  const all = gatherings.get(api) ?? new Gatherings<undefined, ListedRows>()
  gatherings.set(api, all)
  const projection = withNotes(showing)
  const statement = listStatement(api, resource, projection, query)
  return all.answer(
    JSON.stringify([caller.id, resource.name, projection.id, query.count, statement.parameters]) + statement.sql,
    undefined,
    () =>
      new Together(Infinity, async () => {
        const columns = cursor ? ordering.map(({ column }) => column) : []
        const read: Read = (...reading) => inTurn(() => db.readJson(...reading))
        let order: OrderWriter | undefined
        const over = (writer: RowWriter): RowWriter =>
          cursor ? (order = new OrderWriter(writer, columns, limit)) : writer
        const isExpanded = showing.expanded.length > 0
        const rows = isExpanded
          ? await readExpanded(api, showing, statement, limit, read, over)
          : await read(statement, over(projection.writer), limit)
        const counted = await countRows(api, resource, query, rows.count, async (count) => {
          const [[number] = []] = await inTurn(() => db.readRows(count))
          return Number(number)
        })
        const found = { ...rows, last: order?.last ?? [], all: counted }
        return () => found
      }),
  )
}

/** @throws ApiError `invalid_parameter` instead of what the database says to a filter that it cannot use */
export async function explaining<T>({ conditions, where }: ListQuery, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const names = [...conditions, ...(where?.conditions ?? [])].flatMap((condition) => condition.names)
    if (isBadPattern(error)) {
      throw unusable(
        names.filter((name) => name.endsWith('regexp')),
        'The pattern is no regular expression of the database.',
        error,
      )
    }
    if (isOfMixedCollations(error)) {
      throw unusable(
        names,
        'The database cannot compare these texts: their character sets or collations differ.',
        error,
      )
    }
    throw error
  }
}

function unusable(names: readonly string[], detail: string, cause: unknown): ApiError {
  return new ApiError('invalid_parameter', detail, { cause, errors: names.map((parameter) => ({ parameter, detail })) })
}
