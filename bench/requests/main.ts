/**
 * `npm run bench`: how many requests a second the product answers, beside what the driver allows and beside what most
 * people would write, in one run.
 *
 * Nothing is asserted but that the answers are right. Rounds of what is compared alternate, so that a busy machine slows
 * all of them alike: read the ratios. The database is a private MariaDB, kept in `.a2b/bench/`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SetUpError } from '../../scripts/mariadb/errors.ts'
import { findOrFetchMariaDB } from '../../scripts/mariadb/fetch.ts'
import { acquireLock, type Lock } from '../../scripts/mariadb/lock.ts'
import type { PrivateServer } from '../../scripts/mariadb/server.ts'
import { print, step } from '../../scripts/progress.ts'
import { PRIVATE_DIRECTORY } from '../../test/helpers/mariadb-template.ts'
import { describeMachine } from '../report.ts'
import { compare, type Compared, type CompareOptions, type Contender } from './compare.ts'
import { type Exports, measureExports, showExports } from './exports.ts'
import { findGenerator } from './generator.ts'
import { assertBalances, compareRows, remove, rowsMade } from './leftovers.ts'
import { showComparison, showStartUp } from './report.ts'
import { DATABASE, MYISAM_DATABASE, startBenchServer } from '../seed.ts'
import { untilQuiet } from '../quiet.ts'
import { Servers } from './servers.ts'
import { measureStartUp, type StartUp } from './start-up.ts'
import { type Workload, workloads } from './workloads.ts'

const EXPORTS = 'W8'
const START_UP = 'W11'
const IDS = [...workloads(() => '').map(({ id }) => id), EXPORTS, START_UP]

const USAGE = `Usage: npm run bench [-- --only W1,W3] [-- --rounds 5] [-- --seconds 4] [-- --vs name=url] [-- --json FILE]

  --only     workloads, of ${IDS.join(', ')}
  --rounds   of each workload, on each server
  --seconds  of load in a round
  --vs       another server beside, which answers the same paths; may be given several times
  --load     what puts the load: wrk, or autocannon where this machine has no wrk
  --json     where the figures of all rounds are written, ${join('.a2b', 'bench.json')} unless given`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: IDS.join() },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    vs: { type: 'string', multiple: true, default: [] },
    load: { type: 'string' },
    json: { type: 'string', default: join(PRIVATE_DIRECTORY, 'bench.json') },
    help: { type: 'boolean' },
  },
})

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
// The launcher holds a channel to us, which closes however it ends.
process.once('disconnect', () => stopping.abort())
process.channel?.unref()

let lock: Lock | undefined
let database: PrivateServer | undefined
let servers: Servers | undefined
try {
  if (values.help) console.log(USAGE)
  else await main()
} catch (error) {
  process.exitCode = stopping.signal.aborted ? 130 : error instanceof SetUpError ? error.exitCode : 1
  if (!stopping.signal.aborted) console.error(error instanceof SetUpError ? error.message : error)
} finally {
  await servers?.stop()
  await database?.stop()
  lock?.release()
}

async function main(): Promise<void> {
  const wanted = chosen()
  const [rounds, seconds] = [positive('rounds', values.rounds), positive('seconds', values.seconds)]
  const others = values.vs.map(named)
  const { signal } = stopping
  const directory = join(PRIVATE_DIRECTORY, 'bench')
  mkdirSync(PRIVATE_DIRECTORY, { recursive: true, mode: 0o700 })
  const log = (line: string): void => print('', line)
  // Before anything of it is looked at: another run would make it anew under this one.
  lock = await acquireLock(`${directory}.lock`)
  const generator = await findGenerator(values.load, signal, log)
  const { urls, databasePid } = await step('Database', async () => {
    const binaries = await findOrFetchMariaDB({ directory: join(PRIVATE_DIRECTORY, 'mariadb'), log })
    database = await startBenchServer(binaries, directory, log)
    const { version, pid } = database
    const value = {
      urls: { innodb: database.url(DATABASE), myisam: database.url(MYISAM_DATABASE) },
      databasePid: pid,
    }
    return { said: `${version}, durable`, value }
  })
  servers = new Servers({ urls, directory })
  const options = { rounds, seconds, databasePid, directory, signal, putLoad: generator.putLoad }
  const cursorAt = await cursors(servers)
  const figures: Figures = { generator: generator.name, results: new Map() }
  // What was measured is told, also where something ends the run.
  try {
    for (const workload of workloads(cursorAt).filter(({ id }) => wanted.includes(id))) {
      await step(workload.id, async () => {
        figures.results.set(workload, await run(workload, others, options, urls))
        return { said: `${workload.title}: ${rounds} rounds of ${seconds} s`, value: undefined }
      })
    }
    // From here on the most memory is asked of servers that have done nothing else.
    await servers.stop()
    if (wanted.includes(EXPORTS)) {
      figures.exports = await step(EXPORTS, async () => ({
        said: `exports: ${rounds} rounds`,
        value: await measureExports(await get('product'), await get('limit'), rounds, signal),
      }))
    }
    if (wanted.includes(START_UP)) {
      figures.startUp = await step(START_UP, async () => ({
        said: 'start-up',
        value: await measureStartUp(urls.innodb, directory, signal),
      }))
    }
  } finally {
    show(figures)
  }
}

interface Figures {
  readonly generator: string
  readonly results: Map<Workload, Compared>
  exports?: Exports
  startUp?: StartUp
}

function show(figures: Figures): void {
  const { generator, results, exports, startUp } = figures
  console.log(`\n  ${describeMachine()}; load by ${generator}\n`)
  if (results.size > 0) console.log(`${showComparison(results)}\n`)
  if (exports) console.log(`${showExports(exports)}\n`)
  if (startUp) console.log(`${showStartUp(startUp)}\n`)
  writeFileSync(values.json, `${JSON.stringify(asJson(figures), undefined, 2)}\n`)
  print('Figures', values.json)
}

async function run(
  { id, entries, same, others: asked, leaves, title }: Workload,
  others: readonly Omit<Contender, 'requests'>[],
  options: Omit<CompareOptions, 'same'>,
  urls: { readonly innodb: string; readonly myisam: string },
): Promise<Compared> {
  const contenders: Contender[] = []
  for (const { name, server, requests } of entries) {
    contenders.push({ name, server: await get(server), requests })
  }
  if (asked) for (const other of others) contenders.push({ ...other, requests: asked })
  const find = (wanted: string): Contender => {
    const found = contenders.find(({ name }) => name === wanted)
    if (!found) throw new Error(`${id} has no entry ${wanted}`)
    return found
  }
  const url = title.includes('MyISAM') ? urls.myisam : urls.innodb
  if (leaves) await remove(url, leaves)
  let rows = 0
  const compared = await compare(
    id,
    contenders,
    { ...options, ...(same && { same: [find(same[0]), find(same[1])] as const }) },
    async ({ name }, { requests, failed }) => {
      if (!leaves) return
      await untilQuiet(options.databasePid)
      const now = await rowsMade(url, leaves)
      compareRows(`${id}: ${name}`, now - rows, { good: requests - failed, loads: 1 })
      rows = now
      if (leaves === 'refills') await assertBalances(url)
    },
  )
  if (leaves) await remove(url, leaves)
  return compared
}

function get(name: Parameters<Servers['get']>[0]): ReturnType<Servers['get']> {
  if (!servers) throw new Error('The servers are not ready')
  return servers.get(name)
}

/** @returns what makes cursors of the product's list of calls, from one that it gave */
async function cursors(all: Servers): Promise<(id: number) => string> {
  const { url, logins: [authorization = ''] = [] } = await all.get('product')
  const response = await fetch(`${url}/api/call/?limit=1&cursor=`, { headers: { authorization } })
  const { meta } = (await response.json()) as { meta: { next_cursor: string } }
  const [list] = JSON.parse(Buffer.from(meta.next_cursor, 'base64url').toString()) as unknown[]
  return (id) => Buffer.from(JSON.stringify([list, String(id)])).toString('base64url')
}

function chosen(): readonly string[] {
  const ids = values.only.split(',')
  const unknown = ids.filter((id) => !IDS.includes(id))
  if (unknown.length > 0) throw new SetUpError(`There is no workload ${unknown.join(', ')}.\n\n${USAGE}`)
  return ids
}

function positive(name: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new SetUpError(`--${name} must be a whole number from 1, and is "${text}".`)
}

function named(text: string): Omit<Contender, 'requests'> {
  const [, name, url] = /^([^=]+)=(https?:\/\/[^/]+)\/?$/.exec(text) ?? []
  if (name === undefined || url === undefined) {
    throw new SetUpError(
      `--vs takes a name and the address of a server, such as flask=http://127.0.0.1:5000, not "${text}".`,
    )
  }
  return { name, server: { url }, isForeign: true }
}

function asJson({ generator, results, exports, startUp }: Figures): object {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  return {
    machine: describeMachine(),
    product: version,
    database: database?.version,
    generator,
    workloads: Array.from(results, ([{ id, title, base, wanted }, { checks, rounds }]) => ({
      id,
      title,
      base,
      wanted,
      checks,
      rounds: Object.fromEntries(rounds),
    })),
    exports,
    startUp,
  }
}
