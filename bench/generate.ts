/**
 * `npm run bench:generate`: how long generating takes, stage by stage, for A2Billing and for made-up schemas of 100, 500
 * and 2,000 tables, and how the whole process compares with kysely-codegen on the same 100 tables.
 *
 * Every run is a process of its own that writes everything anew. Runs of what is compared alternate, so that a busy
 * machine slows all of them alike. Nothing is asserted. The databases are on a private MariaDB, which ends with us.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { a2billingSnapshot, createSchema } from '../scripts/demo/create.ts'
import { SetUpError } from '../scripts/mariadb/errors.ts'
import { findOrFetchMariaDB } from '../scripts/mariadb/fetch.ts'
import type { PrivateServer } from '../scripts/mariadb/server.ts'
import { print, step } from '../scripts/progress.ts'
import {
  ensureTemplate,
  PRIVATE_DIRECTORY,
  startFromTemplate,
  sweepRunDirectory,
} from '../test/helpers/mariadb-template.ts'
import { type MadeUpSchema, makeSchema } from './made-up-schema.ts'
import type { Run } from './one-run.ts'
import { installPeer, type Peer } from './peer.ts'
import { askModule, timeProgram } from './programs.ts'
import { describeMachine, type Measured, showProcesses, showStages } from './report.ts'

const ROOT = join(import.meta.dirname, '..')
const PROCESS_RUNS = 7

interface Case extends Omit<Measured, 'runs'> {
  readonly runs: number
  readonly schema: MadeUpSchema
  readonly database: string
}

const a2billing: Case = {
  title: 'A2Billing',
  schema: { snapshot: a2billingSnapshot(), relations: [] },
  tables: a2billingSnapshot().tables.length,
  database: 'a2billing',
  runs: 5,
  wanted: { milliseconds: 1000 },
}
const hundred = madeUp(100, 5, { milliseconds: 1000 })
const cases = [a2billing, hundred, madeUp(500, 3), madeUp(2000, 3, { milliseconds: 15_000, megabytes: 1000 })]

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
// The launcher holds a channel to us, which closes however it ends.
process.once('disconnect', () => stopping.abort())
process.channel?.unref()

const home = mkdtempSync(join(tmpdir(), 'a2b-bench-'))
let server: PrivateServer | undefined
// Whatever is being done needs it, so that ends as well.
stopping.signal.addEventListener('abort', () => void server?.stop())
try {
  await main()
} catch (error) {
  process.exitCode = stopping.signal.aborted ? 130 : error instanceof SetUpError ? error.exitCode : 1
  if (!stopping.signal.aborted) console.error(error instanceof SetUpError ? error.message : error)
} finally {
  await server?.stop()
  rmSync(home, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const peer = await installPeer(stopping.signal, (line) => print('Install', line))
  server = await step('MariaDB', startServer)
  for (const each of cases) await prepare(each, server)
  const measured = await measureStages(server)
  const base = measured.get(hundred)
  console.log(`\n  ${describeMachine()}\n`)
  if (base) console.log(`${showStages([...measured.values()], base)}\n`)
  const { ours, theirs } = await compareProcesses(peer, server.url(hundred.database))
  console.log(`\n  ${describeMachine()}\n\n${showProcesses(hundred.tables, peer.name, ours, theirs)}\n`)
}

function madeUp(tables: number, runs: number, wanted?: Measured['wanted']): Case {
  const schema = makeSchema(tables)
  return { title: 'made up', schema, tables, database: `made_up_${tables}`, runs, ...(wanted && { wanted }) }
}

async function startServer(): Promise<{ said: string; value: PrivateServer }> {
  sweepRunDirectory()
  const log = (line: string): void => print('', line)
  const binaries = await findOrFetchMariaDB({ directory: join(PRIVATE_DIRECTORY, 'mariadb'), log })
  const value = await startFromTemplate(binaries, await ensureTemplate(binaries))
  return { said: `${value.version}, private`, value }
}

/** Makes the database of a case, and the folder with its settings. */
async function prepare({ database, schema, tables }: Case, { socketPath }: PrivateServer): Promise<void> {
  mkdirSync(folderOf(database))
  const config = JSON.stringify({ generator: { relations: schema.relations } })
  writeFileSync(join(folderOf(database), 'a2b.config.ts'), `export default ${config}\n`)
  await step('Database', async () => {
    stopping.signal.throwIfAborted()
    await createSchema({ socketPath, database, snapshot: schema.snapshot })
    return { said: `${database}, ${tables.toLocaleString('en')} tables`, value: undefined }
  })
}

async function measureStages({ url }: PrivateServer): Promise<Map<Case, Measured>> {
  const measured = new Map(cases.map((each) => [each, { ...each, runs: [] as Run[] }]))
  const measure = async ({ database }: Case): Promise<Run> => {
    const cwd = emptyFolder(database)
    // As bin/a2b.mjs does it.
    const env = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/a2b') }
    return askModule<Run>(join(import.meta.dirname, 'one-run.ts'), [url(database), cwd], {
      cwd,
      env,
      signal: stopping.signal,
    })
  }
  const rounds = Math.max(...cases.map(({ runs }) => runs))
  await step('Stages', async () => {
    // The first run compiles what the others find compiled.
    await measure(a2billing)
    for (let round = 0; round < rounds; round += 1) {
      for (const each of cases) if (round < each.runs) measured.get(each)?.runs.push(await measure(each))
    }
    return { said: `${cases.map(({ tables, runs }) => `${runs} of ${tables} tables`).join(', ')}`, value: undefined }
  })
  return measured
}

/** From the start of a process to its end, as somebody at a terminal waits for it. */
async function compareProcesses(peer: Peer, url: string): Promise<{ ours: number[]; theirs: number[] }> {
  const generate = [process.execPath, join(ROOT, 'bin/a2b.mjs'), 'generate', '--url', url]
  const ours: number[] = []
  const theirs: number[] = []
  await step('Processes', async () => {
    // The first pair does not count.
    for (let round = 0; round <= PROCESS_RUNS; round += 1) {
      const cwd = emptyFolder(hundred.database)
      const place = { cwd, signal: stopping.signal }
      const our = await timeProgram(generate, place)
      const their = await timeProgram(peer.command(url, join(cwd, 'generated/kysely-codegen.ts')), place)
      if (round === 0) continue
      ours.push(our)
      theirs.push(their)
    }
    return { said: `${PROCESS_RUNS} of each, in turn`, value: undefined }
  })
  return { ours, theirs }
}

function folderOf(database: string): string {
  return join(home, database)
}

function emptyFolder(database: string): string {
  rmSync(join(folderOf(database), 'generated'), { recursive: true, force: true })
  return folderOf(database)
}
