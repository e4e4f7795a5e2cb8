/** All rows as lines of JSON, read as they come; behind the last whole one again when the answer breaks. */
import { withDecimalsAsText } from './exact-json.ts'
import type { ResourceFacts } from './facts.ts'
import { linesOf } from './lines.ts'
import { mayPass, type Retry, retrying } from './retry.ts'

type Send = (method: string, path: string, init: object) => Promise<{ data?: unknown }>
type Row = Record<string, unknown>

const NONE: ReadonlySet<string> = new Set()

/** Not all rows came: the answer ended without their number, or with another one. */
export class IncompleteExportError extends Error {
  override readonly name = 'IncompleteExportError'
  /** Rows that came. */
  readonly came: number
  /** Rows that were sent; undefined where the answer ended before it said so. */
  readonly sent: number | undefined

  constructor(came: number, sent: number | undefined) {
    super(
      sent === undefined ? `The export ended behind ${came} rows, unfinished` : `${sent} rows were sent, ${came} came`,
    )
    this.came = came
    this.sent = sent
  }
}

/**
 * In the order of the key it can go on; in another order what breaks is thrown.
 *
 * @param query - without `format`
 * @throws IncompleteExportError where rows are missing that cannot be asked for
 */
export async function* exportRows(
  send: Send,
  resource: string,
  query: object,
  facts: ResourceFacts | undefined,
  retry: Retry | undefined,
): AsyncGenerator<never, void> {
  const { where, limit, ...rest } = query as { where?: object; limit?: number; ordering?: unknown }
  const key = rest.ordering === undefined ? (facts?.key ?? []) : []
  let last: Row | undefined
  let given = 0
  const open = (): Promise<ReadableStream<Uint8Array>> =>
    retrying(async () => {
      const conditions = [...(where ? [where] : []), ...(last ? [behind(key, last)] : [])]
      const asked = {
        ...rest,
        ...(key.length > 0 && { ordering: key }),
        ...(limit !== undefined && { limit: limit - given }),
        ...(conditions.length > 0 && { where: { and: conditions } }),
        format: 'ndjson',
        count: 'exact',
      }
      const { data } = await send('get', `/api/${resource}/`, { params: { query: asked }, parseAs: 'stream' })
      return data as ReadableStream<Uint8Array>
    }, retry)
  for (;;) {
    const before = given
    try {
      for await (const row of rowsOf(await open())) {
        given++
        last = row
        yield row as never
      }
      return
    } catch (error) {
      const isCut = error instanceof IncompleteExportError && error.sent === undefined
      const goesOn = key.length > 0 && key.every((field) => (last?.[field] ?? null) !== null)
      // What does not get further by trying again will not do so for ever.
      if (!goesOn || !(isCut || mayPass(error)) || given === before) throw error
      if (limit !== undefined && given >= limit) return
    }
  }
}

/** Rows that come after one, in the order of the key. */
function behind([field = '', ...more]: readonly string[], row: Row): object {
  const further = { [`${field}__gt`]: row[field] }
  if (more.length === 0) return further
  return { or: [further, { and: [{ [`${field}__eq`]: row[field] }, behind(more, row)] }] }
}

/** @throws IncompleteExportError where the last line is not the number of rows */
async function* rowsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Row, void> {
  let came = 0
  let sent: number | undefined
  for await (const line of linesOf(stream)) {
    const row = JSON.parse(withDecimalsAsText(line, NONE)) as Row
    sent = countIn(row)
    if (sent !== undefined) continue
    came++
    yield row
  }
  if (sent !== came) throw new IncompleteExportError(came, sent)
}

/** Of `{"meta":{"count":17}}`. */
function countIn(row: Row): number | undefined {
  const { meta, ...others } = row as { meta?: { count?: unknown } }
  return Object.keys(others).length === 0 && typeof meta?.count === 'number' ? meta.count : undefined
}
