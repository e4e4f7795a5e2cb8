/** All rows as lines of JSON, read as they come; behind the last whole one again when the connection breaks. */
import { withDecimalsAsText } from './exact-json.ts'
import type { ResourceFacts } from './facts.ts'
import { mayPass, type Retry, retrying } from './retry.ts'

type Send = (method: string, path: string, init: object) => Promise<{ data?: unknown }>
type Row = Record<string, unknown>

const NONE: ReadonlySet<string> = new Set()

/**
 * In the order of the key it can go on; in another order, or with a key of several columns, what breaks is thrown.
 *
 * @param query - without `format`
 */
export async function* exportRows(
  send: Send,
  resource: string,
  query: object,
  facts: ResourceFacts | undefined,
  retry: Retry | undefined,
): AsyncGenerator<never, void> {
  const { where, limit, ...rest } = query as { where?: object; limit?: number; ordering?: unknown }
  const [key, ...more] = facts?.key ?? []
  const goesOn = key !== undefined && more.length === 0 && rest.ordering === undefined
  let last: unknown
  let given = 0
  const open = (): Promise<ReadableStream<Uint8Array>> =>
    retrying(async () => {
      const behind = last === undefined ? [] : [{ [`${key}__gt`]: last }]
      const conditions = [...(where ? [where] : []), ...behind]
      const asked = {
        ...rest,
        ...(goesOn && { ordering: key }),
        ...(limit !== undefined && { limit: limit - given }),
        ...(conditions.length > 0 && { where: { and: conditions } }),
        format: 'ndjson',
      }
      const { data } = await send('get', `/api/${resource}/`, { params: { query: asked }, parseAs: 'stream' })
      return data as ReadableStream<Uint8Array>
    }, retry)
  for (;;) {
    const before = given
    try {
      for await (const line of linesOf(await open())) {
        const row = JSON.parse(withDecimalsAsText(line, NONE)) as Row
        given++
        last = key === undefined ? undefined : row[key]
        yield row as never
      }
      return
    } catch (error) {
      // What does not get further by trying again will not do so for ever.
      if (!goesOn || !mayPass(error) || given === before) throw error
      if (limit !== undefined && given >= limit) return
    }
  }
}

/** Whole ones: what has no end of line was cut off. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    // Who stops in the middle wants no more of it; of a stream that broke, nothing is left to cancel.
    await reader.cancel().catch(() => undefined)
  }
  if (rest !== '') throw new TypeError('The export ended in the middle of a line')
}
