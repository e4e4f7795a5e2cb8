/** W8: all calls as CSV and as NDJSON, beside the driver's own stream: rows a second, and the memory that it takes. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { formatTable, median, spread, whole } from '../figures.ts'
import { peakMemory } from '../process.ts'
import { CALLS } from '../seed.ts'
import type { Server } from '../servers.ts'

const FORMATS = ['csv', 'ndjson'] as const

export interface ExportRun {
  readonly perSecond: number
  /** MB, the most since the server's start. */
  readonly peak: number
}

/** By format, a pair for each round. */
export type Exports = Readonly<Record<(typeof FORMATS)[number], readonly { product: ExportRun; limit: ExportRun }[]>>

/** @throws Error when what the two answer differs by a byte */
export async function measureExports(
  product: Server,
  limit: Server,
  rounds: number,
  signal: AbortSignal,
): Promise<Exports> {
  const found = { csv: [], ndjson: [] } as Record<keyof Exports, { product: ExportRun; limit: ExportRun }[]>
  for (const format of FORMATS) {
    const [own, others] = [await digestOf(product, format), await digestOf(limit, format)]
    if (own !== others) throw new Error(`W8: the ${format} of the product is not that of the limit`)
  }
  for (let round = 0; round < rounds; round++) {
    for (const format of FORMATS) {
      signal.throwIfAborted()
      const first = round % 2 === 0 ? await oneRun(product, format) : undefined
      const other = await oneRun(limit, format)
      found[format].push({ product: first ?? (await oneRun(product, format)), limit: other })
    }
  }
  return found
}

async function oneRun(server: Server, format: string): Promise<ExportRun> {
  const started = performance.now()
  await readAll(server, format)
  const perSecond = (CALLS * 1000) / (performance.now() - started)
  return { perSecond, peak: server.pid === undefined ? Number.NaN : peakMemory(server.pid) }
}

async function digestOf(server: Server, format: string): Promise<string> {
  const hash = createHash('sha256')
  await readAll(server, format, (bytes) => hash.update(bytes))
  return hash.digest('hex')
}

async function readAll(server: Server, format: string, take?: (bytes: Buffer) => void): Promise<void> {
  const [authorization] = server.logins ?? []
  const headers = authorization === undefined ? {} : { authorization }
  const sent = request(`${server.url}/api/call/?format=${format}`, { headers })
  sent.end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  if (answer.statusCode !== 200) throw new Error(`W8: ${format} was answered ${answer.statusCode}`)
  answer.on('data', take ?? (() => undefined))
  await once(answer, 'end')
}

export function showExports(exports: Exports): string {
  const rows = FORMATS.flatMap((format) => {
    const runs = exports[format]
    const of = (name: 'product' | 'limit'): string[] => [
      spread(
        runs.map((run) => run[name].perSecond),
        whole,
      ),
      median(runs.map((run) => run[name].peak)).toFixed(0),
    ]
    const ratios = runs.map(({ product, limit }) => product.perSecond / limit.perSecond)
    const [own, ownPeak = ''] = of('product')
    const [others, othersPeak = ''] = of('limit')
    return [
      [`  ${format}, a2billing-api`, own ?? '', spread(ratios, (ratio) => ratio.toFixed(2)), ownPeak],
      [`  ${format}, limit: the driver's stream`, others ?? '', 'to this', othersPeak],
    ]
  })
  const heading = ['W8 all 2,000,000 calls', 'rows/s: median (least-most)', 'ratio (least-most)', 'peak MB']
  return formatTable([heading, ...rows, ['  wanted: at least 0.7, better 1.5; 200 MB', '', '', '']])
}
