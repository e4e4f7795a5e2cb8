/** Runs a workload on every contender in turn, round by round, and checks the product's answers under that load. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Contender } from './contender.ts'
import { type Load, putLoad } from './load.ts'
import { peakMemory, processorTime } from './process.ts'
import type { Workload } from './workloads.ts'

/** One contender in one round. */
export interface Round extends Load {
  /** Microseconds of processor time a request took of the server and of the database. */
  readonly server?: number
  readonly database: number
  /** MB, the most since its start. */
  readonly peak?: number
}

export interface CompareOptions {
  readonly rounds: number
  readonly seconds: number
  readonly databasePid: number
  readonly directory: string
  readonly signal: AbortSignal
  /** Answers of this one must be those of `limit`, byte for byte. */
  readonly checked: Contender
  readonly limit: Contender
}

/** Checked answers a second while the load runs. */
const CHECKS = 20

export interface Compared {
  readonly rounds: ReadonlyMap<Contender, Round[]>
  /** Answers that were compared under load. */
  readonly checks: number
}

/** @throws Error for an answer of the product that differs, or a contender that failed */
export async function compare(
  { id, paths }: Workload,
  contenders: readonly Contender[],
  options: CompareOptions,
): Promise<Compared> {
  const { rounds, seconds, databasePid, directory, signal, checked, limit } = options
  const results = new Map(contenders.map((contender) => [contender, [] as Round[]]))
  let checks = 0
  for (let round = 0; round < rounds; round++) {
    // Who comes first in one round comes last in another.
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = contenders[(turn + round) % contenders.length] as Contender
      const load = { ...contender, paths, directory, signal }
      // Code becomes fast by running; the first round is the first time that this is asked of this server.
      await putLoad({ ...load, seconds: round === 0 ? 3 : 1 })
      const before = [
        contender.pid === undefined ? 0 : processorTime(contender.pid),
        processorTime(databasePid),
      ] as const
      const running = putLoad({ ...load, seconds })
      const [found] = await Promise.all([
        running,
        contender === checked
          ? checkUnder(running, paths, checked, limit).then((count) => (checks += count))
          : undefined,
      ])
      if (found.failed > 0)
        throw new Error(`${id}: ${contender.name} failed ${found.failed} of ${found.requests} requests`)
      const each = (from: number, to: number): number => ((to - from) * 1e6) / found.requests
      results.get(contender)?.push({
        ...found,
        database: each(before[1], processorTime(databasePid)),
        ...(contender.pid !== undefined && {
          server: each(before[0], processorTime(contender.pid)),
          peak: peakMemory(contender.pid),
        }),
      })
    }
  }
  return { rounds: results, checks }
}

async function checkUnder(
  load: Promise<unknown>,
  paths: readonly string[],
  checked: Contender,
  limit: Contender,
): Promise<number> {
  const over = new AbortController()
  const end = (): void => over.abort()
  load.then(end, end)
  let count = 0
  while (!over.signal.aborted) {
    const path = paths[(count * 7919) % paths.length] as string
    const [got, expected] = await Promise.all([textOf(checked, path), textOf(limit, path)])
    if (got !== expected) throw new Error(`${path}: under load it was answered\n${got}\ninstead of\n${expected}`)
    count++
    await delay(1000 / CHECKS)
  }
  return count
}

async function textOf({ url, authorization }: Contender, path: string): Promise<string> {
  const response = await fetch(url + path, { headers: authorization === undefined ? {} : { authorization } })
  return response.text()
}
