/**
 * Whether money adds up: many clients, two API processes, A2Billing's own programs beside them, and then everything that
 * can break breaks. Every promise stands beside a control that breaks it, and a control that nothing happens to fails.
 *
 * `npm run test:faults` does the same for as long as you like.
 */
import { expect, it } from 'vitest'
import { openBank } from '../../faults/bank.ts'
import { complaints, type Figures, printFigures } from '../../faults/figures.ts'
import { openOriginalBank } from '../../faults/original-bank.ts'
import { work, type WorkOptions } from '../../faults/work.ts'
import { describeDatabase, testMariaDB } from '../../helpers/mariadb.ts'

type Work = Omit<WorkOptions, 'name' | 'seed'>

interface Run extends Work {
  readonly engine?: 'InnoDB'
  /** Of the database server. */
  readonly extraArguments?: readonly string[]
  /** Left out, `openBank`. */
  readonly open?: typeof openOriginalBank
}

async function run(name: string, { engine, extraArguments, open, ...options }: Run): Promise<Figures> {
  const seed = Math.floor(Math.random() * 1_000_000_000)
  const { binaries, template } = testMariaDB()
  const vault = { server: { binaries, template, extraArguments }, engine, seed }
  const bank = await (open ? open(vault) : openBank({ ...vault, processes: 2 }))
  try {
    const figures = await work(bank, { ...options, name, seed })
    printFigures(figures)
    return figures
  } finally {
    await bank.close()
  }
}

/** A control may be lucky in a few seconds. It has four chances, each longer than the last, and may not be in all. */
async function runUntil(hasFailed: (figures: Figures) => boolean, name: string, options: Run): Promise<boolean> {
  for (const times of [1, 2, 4, 8]) {
    if (hasFailed(await run(`control, ${name}`, { ...options, seconds: options.seconds * times }))) return true
  }
  return false
}

describeDatabase('the bank', { timeout: 180_000 }, () => {
  it.each([
    { name: 'InnoDB, nothing breaks', engine: 'InnoDB', seconds: 4, clients: 32 },
    { name: 'MyISAM, nothing breaks', seconds: 4, clients: 16 },
    {
      name: 'InnoDB, kills and cuts',
      engine: 'InnoDB',
      seconds: 12,
      // More would leave a busy machine no time to start a process again.
      clients: 8,
      faults: { api: true, database: true, cuts: true, databasePauseMs: 3000 },
    },
  ] as const)('$name: everything adds up', async ({ name, ...options }) => {
    const figures = await run(name, { ...options, isKeyed: true, hasOutsideWriter: true })
    expect(complaints(figures)).toEqual([])
  })

  it('MyISAM, kills and cuts: whatever does not add up is reported', async () => {
    const figures = await run('MyISAM, kills and cuts', {
      seconds: 12,
      clients: 8,
      isKeyed: true,
      // Without transactions it would not know itself what it did.
      hasOutsideWriter: false,
      mayInterrupt: true,
      faults: { api: true, database: true, cuts: true, databasePauseMs: 1000 },
    })
    expect(complaints(figures)).toEqual([])
    expect(figures.interrupted?.unreported).toBe(0)
  })

  it('control: without keys, what is sent again is done again', async () => {
    const hasFailed = await runUntil(({ duplicated }) => duplicated > 0, 'no keys', {
      engine: 'InnoDB',
      seconds: 3,
      clients: 8,
      isKeyed: false,
      hasOutsideWriter: false,
      faults: { cuts: true },
    })
    expect(hasFailed).toBe(true)
  })

  it('control: who reads a balance and writes the sum loses money', async () => {
    const hasFailed = await runUntil(({ wrongBalances }) => wrongBalances > 0, 'read, then write', {
      open: openOriginalBank,
      seconds: 1,
      clients: 8,
      isKeyed: false,
      hasOutsideWriter: true,
    })
    expect(hasFailed).toBe(true)
  })

  it('control: a database that keeps commits to itself for a second loses them', async () => {
    const hasFailed = await runUntil(({ lost }) => lost > 0, 'innodb_flush_log_at_trx_commit=0', {
      engine: 'InnoDB',
      extraArguments: ['--innodb-flush-log-at-trx-commit=0'],
      seconds: 3,
      clients: 8,
      isKeyed: false,
      hasOutsideWriter: false,
      faults: { database: true, databasePauseMs: 1200 },
    })
    expect(hasFailed).toBe(true)
  })

  it('control: a database that dies between two statements without a transaction leaves half of a refill', async () => {
    const hasFailed = await runUntil(({ orphans }) => orphans > 0, 'no transaction', {
      open: openOriginalBank,
      seconds: 3,
      clients: 16,
      isKeyed: false,
      hasOutsideWriter: false,
      faults: { database: true, databasePauseMs: 500 },
    })
    expect(hasFailed).toBe(true)
  })
})
