/**
 * `npm run bench`: how many requests a second the product answers, beside what the driver allows and beside what most
 * people would write, in one run.
 *
 * Nothing is asserted but that the answers are right. Rounds of what is compared alternate, so that a busy machine slows
 * all of them alike: read the ratios. The database is a private MariaDB, kept in `.a2b/bench/`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SetUpError } from '../../scripts/mariadb/errors.ts'
import { findOrFetchMariaDB } from '../../scripts/mariadb/fetch.ts'
import type { PrivateServer } from '../../scripts/mariadb/server.ts'
import { print, step } from '../../scripts/progress.ts'
import { PRIVATE_DIRECTORY } from '../../test/helpers/mariadb-template.ts'
import { describeMachine } from '../report.ts'
import { compare, type Compared } from './compare.ts'
import { type Contender, startProduct, startProgram } from './contender.ts'
import { showComparison } from './report.ts'
import { DATABASE, startBenchServer } from './seed.ts'
import { type Workload, WORKLOADS } from './workloads.ts'

const USAGE = `Usage: npm run bench [-- --only W1,W3] [-- --rounds 5] [-- --seconds 4] [-- --vs name=url] [-- --json FILE]

  --only     workloads, of ${WORKLOADS.map(({ id }) => id).join(', ')}
  --rounds   of each workload, on each server
  --seconds  of load in a round
  --vs       another server beside, which answers the same paths; may be given several times
  --json     where the figures of all rounds are written, ${join('.a2b', 'bench.json')} unless given`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    vs: { type: 'string', multiple: true, default: [] },
    json: { type: 'string', default: join(PRIVATE_DIRECTORY, 'bench.json') },
    help: { type: 'boolean' },
  },
})

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
// The launcher holds a channel to us, which closes however it ends.
process.once('disconnect', () => stopping.abort())
process.channel?.unref()

const contenders: Contender[] = []
let server: PrivateServer | undefined
try {
  if (values.help) console.log(USAGE)
  else await main()
} catch (error) {
  process.exitCode = stopping.signal.aborted ? 130 : error instanceof SetUpError ? error.exitCode : 1
  if (!stopping.signal.aborted) console.error(error instanceof SetUpError ? error.message : error)
} finally {
  for (const contender of contenders) contender.stop()
  await server?.stop()
}

async function main(): Promise<void> {
  const workloads = chosen()
  const [rounds, seconds] = [positive('rounds', values.rounds), positive('seconds', values.seconds)]
  const directory = join(PRIVATE_DIRECTORY, 'bench')
  mkdirSync(PRIVATE_DIRECTORY, { recursive: true, mode: 0o700 })
  const { url, pid: databasePid } = await step('Database', async () => {
    const log = (line: string): void => print('', line)
    const binaries = await findOrFetchMariaDB({ directory: join(PRIVATE_DIRECTORY, 'mariadb'), log })
    server = await startBenchServer(binaries, directory, log)
    return { said: `${server.version}, durable, ${DATABASE}`, value: { url: server.url(DATABASE), pid: server.pid } }
  })
  const env = { BENCH_DATABASE_URL: url }
  const add = async (starting: Promise<Contender>): Promise<Contender> => {
    const contender = await starting
    contenders.push(contender)
    return contender
  }
  const product = await add(startProduct(url, join(directory, 'product.log')))
  const limit = await add(startProgram('limit: node:http + mysql2', 'limit.ts', env))
  const naive = await add(startProgram('naive: Koa + Kysely', 'naive.ts', env))
  await add(startProgram('naive without COUNT', 'naive.ts', { ...env, BENCH_COUNT: 'none' }))
  await add(startProgram('constant body', 'constant.ts', env))
  for (const other of values.vs) contenders.push(named(other))

  const results = new Map<Workload, Compared>()
  for (const workload of workloads) {
    await step(workload.id, async () => {
      const signal = stopping.signal
      const compared = await compare(workload, contenders, {
        rounds,
        seconds,
        databasePid,
        directory,
        signal,
        checked: product,
        limit,
      })
      results.set(workload, compared)
      return { said: `${rounds} rounds of ${seconds} s on ${contenders.length} servers`, value: undefined }
    })
  }
  console.log(`\n  ${describeMachine()}\n\n${showComparison(results, limit, naive)}\n`)
  writeFileSync(values.json, `${JSON.stringify(asJson(results), undefined, 2)}\n`)
  print('Figures', values.json)
}

function chosen(): readonly Workload[] {
  const ids = values.only?.split(',')
  const unknown = ids?.filter((id) => !WORKLOADS.some((workload) => workload.id === id)) ?? []
  if (unknown.length > 0) throw new SetUpError(`There is no workload ${unknown.join(', ')}.\n\n${USAGE}`)
  return WORKLOADS.filter(({ id }) => ids?.includes(id) ?? true)
}

function positive(name: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new SetUpError(`--${name} must be a whole number from 1, and is "${text}".`)
}

function named(text: string): Contender {
  const [, name, url] = /^([^=]+)=(https?:\/\/[^/]+)\/?$/.exec(text) ?? []
  if (name === undefined || url === undefined) {
    throw new SetUpError(
      `--vs takes a name and the address of a server, such as flask=http://127.0.0.1:5000, not "${text}".`,
    )
  }
  return { name, url, stop() {} }
}

function asJson(results: ReadonlyMap<Workload, Compared>): object {
  const head = join(import.meta.dirname, '../../package-lock.json')
  const { version } = existsSync(head) ? JSON.parse(readFileSync(head, 'utf8')) : { version: undefined }
  return {
    machine: describeMachine(),
    product: version,
    database: server?.version,
    workloads: Array.from(results, ([{ id, title }, { checks, rounds }]) => ({
      id,
      title,
      checks,
      rounds: Object.fromEntries(Array.from(rounds, ([{ name }, found]) => [name, found])),
    })),
  }
}
