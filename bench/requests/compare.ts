/** Runs a workload's entries in turn, round by round, and checks answers under that load. */
import { setTimeout as delay } from 'node:timers/promises'
import { print } from '../../scripts/progress.ts'
import type { Load, PutLoad, Requests } from './load.ts'
import { peakMemory, processorTime } from '../process.ts'
import { untilQuiet } from '../quiet.ts'
import type { Server } from '../servers.ts'

/** One entry in one round. */
export interface Round extends Load {
  /** Microseconds of processor time a request took of the server, with all its processes, and of the database. */
  readonly server?: number
  readonly database: number
  /** MB, the most since its start. */
  readonly peak?: number
}

/** An entry of a workload, or a server of `--vs`, with the server that answers. */
export interface Contender {
  readonly name: string
  readonly server: Server
  readonly requests: Requests
  /** Of somebody else: what it fails is told, and ends nothing. */
  readonly isForeign?: true
}

export interface CompareOptions {
  readonly rounds: number
  readonly seconds: number
  readonly databasePid: number
  readonly directory: string
  readonly signal: AbortSignal
  readonly putLoad: PutLoad
  /** Waits for the database. */
  readonly quiet?: typeof untilQuiet
  /** Answers of the first must be those of the second, byte for byte. */
  readonly same?: readonly [of: Contender, as: Contender]
}

/** Checked answers a second while the load runs. */
const CHECKS = 20

export interface Compared {
  /** By name, in the order of the entries. */
  readonly rounds: ReadonlyMap<string, Round[]>
  /** Answers that were compared under load. */
  readonly checks: number
}

/**
 * @param after - is told of each load that was put, also of those that only warm up
 * @throws Error for an answer that differs, or an entry of ours that failed
 */
export async function compare(
  id: string,
  contenders: readonly Contender[],
  options: CompareOptions,
  after: (contender: Contender, load: Load) => Promise<void>,
): Promise<Compared> {
  const { rounds, signal } = options
  const results = new Map(contenders.map(({ name }) => [name, [] as Round[]]))
  let checks = 0
  for (let round = 0; round < rounds; round++) {
    // Who comes first in one round comes last in another.
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = contenders[(turn + round) % contenders.length] as Contender
      const { name, isForeign } = contender
      if (!results.has(name)) continue
      try {
        const { found, checked } = await oneRound(contender, round === 0, options, after)
        if (found.failed > 0 && !isForeign) {
          throw new Error(`${name} failed ${found.failed} of ${found.requests} requests`)
        }
        results.get(name)?.push(found)
        checks += checked
      } catch (error) {
        if (!isForeign || signal.aborted) throw new Error(`${id}: ${(error as Error).message}`, { cause: error })
        print('', `${id}: ${name} is left out. ${(error as Error).message}`)
        results.delete(name)
      }
    }
  }
  return { rounds: results, checks }
}

async function oneRound(
  contender: Contender,
  isFirst: boolean,
  { seconds, databasePid, directory, signal, putLoad, same, quiet = untilQuiet }: CompareOptions,
  after: (contender: Contender, load: Load) => Promise<void>,
): Promise<{ found: Round; checked: number }> {
  const { server, requests } = contender
  const put = async (length: number): Promise<Load> => {
    const found = await putLoad({ ...server, requests, directory, signal, seconds: length })
    await after(contender, found)
    return found
  }
  await quiet(databasePid)
  // Code becomes fast by running, and servers run for days; the first round is the first time that this is asked of it.
  await put(isFirst ? 8 : 1)
  await quiet(databasePid)
  const [own, database] = [server.pid === undefined ? 0 : processorTime(server.pid), processorTime(databasePid)]
  const running = put(seconds)
  const [found, checked] = await Promise.all([
    running,
    same?.[0] === contender ? checkUnder(running, requests.paths, same) : 0,
  ])
  const each = (from: number, to: number): number => ((to - from) * 1e6) / found.requests
  return {
    checked,
    found: {
      ...found,
      database: each(database, processorTime(databasePid)),
      ...(server.pid !== undefined && {
        server: each(own, processorTime(server.pid)),
        peak: peakMemory(server.pid),
      }),
    },
  }
}

async function checkUnder(
  load: Promise<unknown>,
  paths: readonly string[],
  [of, as]: NonNullable<CompareOptions['same']>,
): Promise<number> {
  const over = new AbortController()
  const end = (): void => over.abort()
  load.then(end, end)
  let count = 0
  while (!over.signal.aborted) {
    const path = paths[(count * 7919) % paths.length] as string
    const [got, expected] = await Promise.all([textOf(of.server, path), textOf(as.server, path)])
    if (got !== expected) throw new Error(`${path}: under load it was answered\n${got}\ninstead of\n${expected}`)
    count++
    await delay(1000 / CHECKS)
  }
  return count
}

async function textOf({ url, logins: [authorization] = [] }: Server, path: string): Promise<string> {
  const response = await fetch(url + path, { headers: authorization === undefined ? {} : { authorization } })
  return response.text()
}
