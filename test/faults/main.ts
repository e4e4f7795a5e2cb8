/**
 * The bank test at length: `npm run test:faults [-- --minutes 10 --seed N --clients 32 --engine InnoDB|MyISAM]`.
 *
 * Two API processes, kill -9 of both and of the database, cuts everywhere. Prints figures every 30 seconds and at the
 * end; the exit code is 1 when a promise was broken. InnoDB's is that nothing is lost, twice or wrong, MyISAM's that
 * whatever is was reported.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findOrFetchMariaDB } from '../../scripts/mariadb/fetch.ts'
import { ensureTemplate, PRIVATE_DIRECTORY, sweepRunDirectory } from '../helpers/mariadb-template.ts'
import { openBank } from './bank.ts'
import { complaints, countsLine, printFigures } from './figures.ts'
import { work } from './work.ts'

const REPORT_MS = 30_000

/** Of those that were interrupted on one card, a few can be judged by its balance, many cannot. */
const MYISAM_CARDS = 40

// The launcher holds a channel to us; when it is gone, so are we, and what we started with us.
process.once('disconnect', () => process.exit(1))
process.channel?.unref()

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    clients: { type: 'string' },
    engine: { type: 'string', default: 'InnoDB' },
  },
})
const seconds = 60 * numberOf('minutes', values.minutes, 10)
const seed = numberOf('seed', values.seed, Math.floor(Math.random() * 1_000_000_000))
const clients = numberOf('clients', values.clients, 32)
const engine = engineOf(values.engine)

sweepRunDirectory()
const binaries = await findOrFetchMariaDB({ directory: join(PRIVATE_DIRECTORY, 'mariadb'), log: print })
const server = { binaries, template: await ensureTemplate(binaries) }
const bank = await openBank({ server, engine, seed, processes: 2, ...(engine !== 'InnoDB' && { cards: MYISAM_CARDS }) })
try {
  print(`${clients} clients for ${seconds} s, seed ${seed}`)
  const started = performance.now()
  const figures = await work(bank, {
    name: `${engine ?? 'MyISAM'}, kills and cuts`,
    seed,
    seconds,
    clients,
    isKeyed: true,
    // Without transactions it would not know itself what it did.
    hasOutsideWriter: engine === 'InnoDB',
    mayInterrupt: engine !== 'InnoDB',
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

function engineOf(text: string): 'InnoDB' | undefined {
  if (/^innodb$/i.test(text)) return 'InnoDB'
  if (/^myisam$/i.test(text)) return undefined
  print(`--engine takes InnoDB or MyISAM, and "${text}" is neither`)
  process.exit(2)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
