/**
 * The bank test at length: `npm run test:faults [-- --minutes 10 --seed N --clients 32]`.
 *
 * InnoDB tables, two API processes, kill -9 of both and of the database, cuts everywhere. Prints figures every 30 seconds
 * and at the end; the exit code is 1 when a promise was broken.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findOrFetchMariaDB } from '../../scripts/mariadb/fetch.ts'
import { ensureTemplate, PRIVATE_DIRECTORY, sweepRunDirectory } from '../helpers/mariadb-template.ts'
import { openBank } from './bank.ts'
import { complaints, countsLine, printFigures } from './figures.ts'
import { work } from './work.ts'

const REPORT_MS = 30_000

// The launcher holds a channel to us; when it is gone, so are we, and what we started with us.
process.once('disconnect', () => process.exit(1))
process.channel?.unref()

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, clients: { type: 'string' } },
})
const seconds = 60 * numberOf('minutes', values.minutes, 10)
const seed = numberOf('seed', values.seed, Math.floor(Math.random() * 1_000_000_000))
const clients = numberOf('clients', values.clients, 32)

sweepRunDirectory()
const binaries = await findOrFetchMariaDB({ directory: join(PRIVATE_DIRECTORY, 'mariadb'), log: print })
const server = { binaries, template: await ensureTemplate(binaries) }
const bank = await openBank({ server, engine: 'InnoDB', seed, processes: 2 })
try {
  print(`${clients} clients for ${seconds} s, seed ${seed}`)
  const started = performance.now()
  const figures = await work(bank, {
    name: 'InnoDB, kills and cuts',
    seed,
    seconds,
    clients,
    isKeyed: true,
    hasOutsideWriter: true,
    faults: { api: true, database: true, cuts: true },
    progress: {
      everyMs: REPORT_MS,
      report: (counts) => print(`${Math.round((performance.now() - started) / 1000)} s: ${countsLine(counts)}`),
    },
  })
  printFigures(figures)
  const wrong = complaints(figures)
  for (const line of wrong) print(line)
  process.exitCode = wrong.length === 0 ? 0 : 1
} finally {
  await bank.close()
}

function numberOf(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  const number = Number(text)
  if (number > 0) return number
  print(`--${name} takes a number above zero, and "${text}" is none`)
  process.exit(2)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
