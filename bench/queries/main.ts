/**
 * `npm run bench:queries`: what lists, counts, relations, figures and exports cost, beside what they are to cost no more
 * than, on InnoDB and on MyISAM.
 *
 * Nothing is asserted but that the answers are right: it prints what was wanted, and whether it was held. What is compared is
 * asked in turn, so that a busy machine slows all of it alike. The database is a private MariaDB, kept in `.a2b/bench/`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SetUpError } from '../../scripts/mariadb/errors.ts'
import { findOrFetchMariaDB } from '../../scripts/mariadb/fetch.ts'
import { acquireLock, type Lock } from '../../scripts/mariadb/lock.ts'
import type { PrivateServer } from '../../scripts/mariadb/server.ts'
import { print, step } from '../../scripts/progress.ts'
import { PRIVATE_DIRECTORY } from '../../test/helpers/mariadb-template.ts'
import { describeMachine } from '../report.ts'
import { CALLS, DATABASE, MYISAM_DATABASE, startBenchServer } from '../seed.ts'
import { type Server, startProduct, startProgram, withUsers } from '../servers.ts'
import { type Answering, ask, compare } from './compare.ts'
import { measureExports } from './exports.ts'
import { showExports, showStatements, showWorkload } from './report.ts'
import { statementsOfLists } from './statements.ts'
import { type CursorAt, ORDERED, workloads } from './workloads.ts'

const [STATEMENTS, EXPORTS] = ['statements', 'exports']
const IDS = [...new Set([STATEMENTS, ...workloads(0, () => '').map(({ id }) => id), EXPORTS])]
const ENGINES = { InnoDB: DATABASE, MyISAM: MYISAM_DATABASE }

const USAGE = `Usage: npm run bench:queries [-- --only cursor,expand] [-- --rounds 9] [-- --rows 100000]

  --only     what is measured, of ${IDS.join(', ')}
  --rounds   of each; exports of all rows have at most 5
  --rows     calls in the database, for a try; ${CALLS.toLocaleString('en')} unless given`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: IDS.join() },
    rounds: { type: 'string', default: '9' },
    rows: { type: 'string', default: String(CALLS) },
    help: { type: 'boolean' },
  },
})

/** Each takes a while, and their order of magnitude is not in question. */
const EXPORT_ROUNDS = 5

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
// The launcher holds a channel to us, which closes however it ends.
process.once('disconnect', () => stopping.abort())
process.channel?.unref()

let lock: Lock | undefined
let database: PrivateServer | undefined
const running = new Set<{ stop(): void }>()
try {
  if (values.help) console.log(USAGE)
  else await main()
} catch (error) {
  process.exitCode = stopping.signal.aborted ? 130 : error instanceof SetUpError ? error.exitCode : 1
  if (!stopping.signal.aborted) console.error(error instanceof SetUpError ? error.message : error)
} finally {
  for (const server of running) server.stop()
  await database?.stop()
  lock?.release()
}

async function main(): Promise<void> {
  const wanted = chosen()
  const [rounds, calls] = [whole('rounds', values.rounds, 1), whole('rows', values.rows, 1000)]
  const directory = join(PRIVATE_DIRECTORY, calls === CALLS ? 'bench' : `bench-${calls}`)
  mkdirSync(PRIVATE_DIRECTORY, { recursive: true, mode: 0o700 })
  const log = (line: string): void => print('', line)
  // Before anything of it is looked at: another run would make it anew under this one.
  lock = await acquireLock(`${directory}.lock`)
  const server = await step('Database', async () => {
    const binaries = await findOrFetchMariaDB({ directory: join(PRIVATE_DIRECTORY, 'mariadb'), log })
    database = await startBenchServer(binaries, directory, log, calls)
    return { said: `${database.version}, ${calls.toLocaleString('en')} calls`, value: database }
  })
  const tables: string[] = []
  // What was measured is told, also where something ends the run.
  try {
    for (const [engine, name] of Object.entries(ENGINES)) {
      await measure(engine, server.url(name), { wanted, rounds, calls, directory }, (table) => tables.push(table))
    }
  } finally {
    console.log(`\n  ${describeMachine()}; ${calls.toLocaleString('en')} calls; ${rounds} rounds\n`)
    console.log(tables.join('\n\n'))
  }
}

interface Options {
  readonly wanted: readonly string[]
  readonly rounds: number
  readonly calls: number
  readonly directory: string
}

async function measure(
  engine: string,
  databaseUrl: string,
  { wanted, rounds, calls, directory }: Options,
  tell: (table: string) => void,
): Promise<void> {
  const { signal } = stopping
  const startServer = () => started(withUsers(startProduct(databaseUrl, join(directory, `queries-${engine}.log`))))
  const product = await startServer()
  const byHand = await started(startProgram(join(import.meta.dirname, 'contenders/by-hand.ts'), databaseUrl))
  const answering = { product, byHand }
  if (wanted.includes(STATEMENTS)) tell(showStatements(engine, await statementsOfLists(databaseUrl, answering)))
  for (const workload of workloads(calls, await cursors(answering))) {
    if (!wanted.includes(workload.id)) continue
    await step(workload.id, async () => {
      tell(showWorkload(workload, engine, await compare(workload, answering, rounds, signal)))
      return { said: `${engine}: ${workload.title}`, value: undefined }
    })
  }
  product.stop()
  byHand.stop()
  if (!wanted.includes(EXPORTS)) return
  await step(EXPORTS, async () => {
    const exportRounds = Math.min(rounds, EXPORT_ROUNDS)
    const start = startServer
    tell(showExports(engine, await measureExports({ databaseUrl, calls, rounds: exportRounds, signal, start })))
    return { said: `${engine}: all calls, ${exportRounds} rounds`, value: undefined }
  })
}

async function started<Started extends Server & { stop(): void }>(starting: Promise<Started>): Promise<Started> {
  const server = await starting
  running.add(server)
  return server
}

/** @returns what makes cursors from those that the product gives behind the first rows */
async function cursors(answering: Answering): Promise<CursorAt> {
  const given = new Map<string, { readonly list: unknown; readonly value: number; readonly step: number }>()
  for (const { path, step: by } of ORDERED) {
    const { meta } = JSON.parse(await ask({ name: '', path: `${path}limit=1&cursor=` }, answering)) as {
      meta: { next_cursor: string }
    }
    const [list, value] = JSON.parse(Buffer.from(meta.next_cursor, 'base64url').toString()) as [unknown, string]
    given.set(path, { list, value: Number(value), step: by })
  }
  return (path, rows) => {
    const { list, value, step: by } = given.get(path) ?? { list: undefined, value: Number.NaN, step: 0 }
    return Buffer.from(JSON.stringify([list, String(value + by * (rows - 1))])).toString('base64url')
  }
}

function chosen(): readonly string[] {
  const ids = values.only.split(',')
  const unknown = ids.filter((id) => !IDS.includes(id))
  if (unknown.length > 0) throw new SetUpError(`Nothing is called ${unknown.join(', ')}.\n\n${USAGE}`)
  return ids
}

function whole(name: string, text: string, least: number): number {
  if (/^[1-9]\d{0,7}$/.test(text) && Number(text) >= least) return Number(text)
  throw new SetUpError(`--${name} must be a whole number from ${least}, and is "${text}".`)
}
