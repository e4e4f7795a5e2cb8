/** All rows of a list as CSV or NDJSON: the same filters, ordering, masks and scopes, and no pages. */
import { may } from '../access.ts'
import type { Caller } from '../caller.ts'
import type { Row, RowWriter, StreamWriter } from '../db/db.ts'
import { ApiError } from '../errors.ts'
import type { Streamed } from '../streamed.ts'
import type { Api } from './api.ts'
import { makeCsvRowWriter } from './csv-row-writer.ts'
import { writeCursor } from './cursor.ts'
import { EXPORT_TYPES, type ExportFormat } from './format.ts'
import { explaining } from './list-rows.ts'
import { listStatement } from './list-statement.ts'
import { OrderWriter } from './order-writer.ts'
import { parseWhole } from './paging.ts'
import type { Projection } from './projection.ts'
import { type ListQuery, parseListQuery } from './query-string.ts'
import type { Resource } from './resource.ts'
import { resourcesRead } from './selection.ts'
import { showingOf } from './shown.ts'
import { AT_ONCE, type InTurn } from './together.ts'

/**
 * Asks the database for nothing before it is written.
 *
 * @param queryString - as in the URL, without `?`
 * @throws ApiError 400 naming the parameter that is unknown or cannot be used
 */
export function exportRows(
  api: Api,
  resource: Resource,
  caller: Caller,
  format: ExportFormat,
  queryString: string,
  inTurn: InTurn = AT_ONCE,
): Streamed {
  const query = parseListQuery(api, resource, queryString, parseWhole)
  const { cursor, limit, ordering } = query
  const isCounted = query.count !== 'none'
  if (isCounted && (format === 'csv' || query.count !== 'exact'))
    refuse(
      'count',
      'says how many rows it had: as NDJSON with count=exact in a last line, and in the trailer X-Row-Count',
    )
  if (query.isExplained) refuse('explain', 'has rows and nothing else')
  const { decimals, labels } = query.shown ?? {}
  if (format === 'csv' && decimals !== undefined) refuse('decimals', 'as CSV has the digits of every number')
  if (format === 'csv' && labels !== undefined) refuse('labels', 'as CSV has a column for each field and no other')
  if (query.shown?.expand !== undefined) refuse('expand', 'has a line for each row')
  const { projection } = showingOf(
    api,
    query.aggregation?.resource ?? resource,
    may(caller.access, 'secrets:read'),
    query.shown,
  )
  const statement = listStatement(api, resource, projection, query, true)
  const neverWaits = locksWhileRead(api, resource, query)
  const rowWriter = WRITERS[format](projection)
  const order =
    cursor &&
    new OrderWriter(
      rowWriter,
      ordering.map(({ column }) => column),
      limit,
    )
  const writer: StreamWriter = order ? behindOrder(order, rowWriter.head) : rowWriter
  /** Where the next part begins; null behind the last row. */
  const next = (): string | null => (cursor && order && order.last.length > 0 ? writeCursor(cursor, order.last) : null)
  return {
    type: `${EXPORT_TYPES[format]}; charset=utf-8`,
    fileName: `${resource.name}.${format}`,
    ...(cursor && { trailers: () => ({ [NEXT_CURSOR]: next() ?? '' }) }),
    write: async (sink) => {
      const rows = await explaining(query, () =>
        inTurn(() => api.db.streamRows(statement, writer, sink, { neverWaits })),
      )
      const meta = { count: rows, ...(cursor && { next_cursor: next() }) }
      if (isCounted) await sink.write(Buffer.from(`${JSON.stringify({ meta })}\n`))
      return rows
    },
  }
}

const NEXT_CURSOR = 'X-Next-Cursor'

/** The rows come with the values of their order in front. */
function behindOrder(order: OrderWriter, head: string): StreamWriter {
  return {
    head,
    room: (bytes) => order.room(bytes),
    write: (...place) => order.write(...place),
    fromCells: (row) => order.fromCells(row),
  }
}

function refuse(parameter: string, reason: string): never {
  const detail = `The parameter "${parameter}" cannot be given for an export, which ${reason}.`
  throw new ApiError('invalid_parameter', detail, { errors: [{ parameter, detail }] })
}

/** On engines without transactions nobody can change a table while its rows are read, however slowly they are taken. */
function locksWhileRead(api: Api, resource: Resource, query: ListQuery): boolean {
  return resourcesRead(resource, query).some(({ table }) => !api.canRollBack(table))
}

const WRITERS: Readonly<Record<ExportFormat, (projection: Projection) => StreamWriter>> = {
  csv: ({ columns }) => makeCsvRowWriter(columns),
  ndjson: ({ writer }) => linesOf(writer),
}

/** Each object on a line of its own. */
function linesOf(writer: RowWriter): StreamWriter {
  return {
    head: '',
    room: (bytes) => writer.room(bytes) + 1,
    write(from, start, end, to, at) {
      const written = writer.write(from, start, end, to, at)
      to[written] = NEWLINE
      return written + 1
    },
    fromCells: (row: Row) => `${writer.fromCells(row)}\n`,
  }
}

const NEWLINE = 0x0a
