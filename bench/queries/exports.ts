/** Exports beside the driver's own stream: rows a second, and the memory that the server takes for few rows and for many. */
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { forgetPeak, peakMemory } from '../process.ts'
import { askModule } from '../programs.ts'
import type { Server } from '../servers.ts'

const SETTLED_MS = 2000
const FORMATS = ['csv', 'ndjson'] as const
type Format = (typeof FORMATS)[number]

/** What one export, or one stream, took. */
export interface Streamed {
  readonly rows: number
  readonly perSecond: number
  /** MB, the most that its process took meanwhile. */
  readonly peak: number
}

/** Of a server that did nothing else, in this order. */
export interface Exported {
  readonly format: Format
  /** A tenth of the rows. */
  readonly few: Streamed
  /** All of them, again and again. */
  readonly rounds: readonly { readonly product: Streamed; readonly bare: Streamed }[]
}

export interface ExportOptions {
  readonly databaseUrl: string
  readonly calls: number
  readonly rounds: number
  readonly signal: AbortSignal
  start(): Promise<Server & { stop(): void }>
}

export async function measureExports({
  databaseUrl,
  calls,
  rounds,
  signal,
  start,
}: ExportOptions): Promise<Exported[]> {
  const found: Exported[] = []
  for (const format of FORMATS) {
    const server = await start()
    try {
      // What starting takes for a moment has been given back by then; `npm run bench` measures it.
      await delay(SETTLED_MS)
      const few = await exportOnce(server, format, Math.ceil(calls / 10))
      const pairs: { product: Streamed; bare: Streamed }[] = []
      for (let round = 0; round < rounds; round++) {
        signal.throwIfAborted()
        const first = round % 2 === 0 ? await exportOnce(server, format, calls) : undefined
        const bare = await streamBare(databaseUrl, signal)
        if (bare.rows !== calls) throw new Error(`The driver's stream had ${bare.rows} rows of ${calls}`)
        pairs.push({ product: first ?? (await exportOnce(server, format, calls)), bare })
      }
      found.push({ format, few, rounds: pairs })
    } finally {
      server.stop()
    }
  }
  return found
}

function streamBare(databaseUrl: string, signal: AbortSignal): Promise<Streamed> {
  return askModule<Streamed>(join(import.meta.dirname, 'contenders/stream.ts'), ['select * from cc_call order by id'], {
    cwd: join(import.meta.dirname, '../..'),
    signal,
    env: { BENCH_DATABASE_URL: databaseUrl },
  })
}

/** @throws Error when the export has other rows than were asked for */
async function exportOnce({ url, pid, logins = [] }: Server, format: Format, rows: number): Promise<Streamed> {
  if (pid !== undefined) forgetPeak(pid)
  const started = performance.now()
  const headers = { authorization: logins[0] ?? '', te: 'trailers' }
  const sent = request(`${url}/api/call/?format=${format}&limit=${rows}`, { headers })
  sent.end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  const perSecond = (rows * 1000) / (performance.now() - started)
  const told = answer.trailers['x-row-count']
  if (answer.statusCode !== 200 || told !== String(rows)) {
    throw new Error(`An export of ${rows} rows as ${format} was answered ${answer.statusCode}, with ${told} rows`)
  }
  return { rows, perSecond, peak: pid === undefined ? Number.NaN : peakMemory(pid) }
}
