/** Lets clients work at a bank for a while, with or without faults, and judges what came of it. */
import { setTimeout as delay } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { createRandom } from '../../scripts/demo/seed/random.ts'
import { audit } from './audit.ts'
import type { Bank } from './bank.ts'
import { type Book, openBook } from './book.ts'
import { runClient } from './client.ts'
import type { Counts, Figures } from './figures.ts'
import { killApis, killDatabase, type Killer } from './killers.ts'
import { isAcknowledged } from './movement.ts'
import { readOutsideSums, runOutsideWriter } from './outside-writer.ts'
import { readTruth, type Truth } from './truth.ts'
import { AUTHORIZATION } from './user.ts'
import { DATABASE } from './vault.ts'

export interface WorkOptions {
  readonly name: string
  readonly seed: number
  readonly seconds: number
  readonly clients: number
  /** Whether clients send a key with every attempt. */
  readonly isKeyed: boolean
  /** Whether A2Billing's own programs write, too. */
  readonly hasOutsideWriter: boolean
  readonly kills?: { readonly api?: boolean; readonly database?: boolean; readonly databasePauseMs?: number }
  readonly cuts?: boolean
  /** Called while it lasts. */
  readonly progress?: { readonly everyMs: number; readonly report: (counts: Counts) => void }
}

/** When the faults have ended, this is long for whatever is still under way. */
const SETTLE_MS = 30_000

/** A bank is worked at once: its book begins with its first movement. */
export async function work(bank: Bank, options: WorkOptions): Promise<Figures> {
  const { seed, seconds, clients, isKeyed, hasOutsideWriter, kills = {}, cuts = false, progress } = options
  const started = performance.now()
  const book = openBook([...bank.vault.openings.keys()], createRandom(seed + 100))
  const faults = new AbortController()
  const giveUp = new AbortController()
  let isOver = false

  bank.isCutting = cuts
  const apiKiller = kills.api ? killApis(bank.apis, createRandom(seed + 101), faults.signal) : undefined
  const databaseKiller = kills.database
    ? killDatabase(bank.vault.database, createRandom(seed + 102), faults.signal, kills.databasePauseMs)
    : undefined
  const working = Array.from({ length: clients }, (_, index) => {
    const random = createRandom(seed + 1000 + index)
    return runClient({
      random,
      urls: bank.urls,
      authorization: AUTHORIZATION,
      isKeyed,
      next: () => (isOver ? undefined : book.next(index, random)),
      giveUp: giveUp.signal,
    })
  })
  const writing = hasOutsideWriter
    ? runOutsideWriter({
        url: bank.vault.database.url(''),
        database: DATABASE,
        cards: [...bank.vault.openings.keys()],
        random: createRandom(seed + 103),
        isOver: () => isOver,
      })
    : undefined
  const counts = (): Counts => count(bank, book, apiKiller, databaseKiller)
  const reporting = progress && setInterval(() => progress.report(counts()), progress.everyMs)

  await delay(seconds * 1000)
  isOver = true
  bank.isCutting = false
  faults.abort()
  await Promise.all([apiKiller?.ended, databaseKiller?.ended, writing])
  const patience = setTimeout(() => giveUp.abort(), SETTLE_MS)
  await Promise.all(working)
  clearTimeout(patience)
  clearInterval(reporting)

  const verdict = audit(book.movements, bank.vault.openings, await readAll(bank))
  return {
    name: options.name,
    seed,
    seconds: (performance.now() - started) / 1000,
    ...counts(),
    ...verdict,
    surprises: [...bank.crashes.map((it) => `The API ended by itself: ${it}`), ...unexplained(book)],
  }
}

async function readAll({ vault }: Bank): Promise<Truth> {
  const connection = await createConnection({ uri: vault.url })
  try {
    return { ...(await readTruth(connection)), outside: await readOutsideSums(connection) }
  } finally {
    await connection.end()
  }
}

function count(bank: Bank, { movements }: Book, apiKiller?: Killer, databaseKiller?: Killer): Counts {
  return {
    operations: movements.filter(isAcknowledged).length,
    apiKills: apiKiller?.kills ?? 0,
    databaseKills: databaseKiller?.kills ?? 0,
    cuts: bank.cuts(),
  }
}

/** Whatever clients ask for here can be done, so everything has to be acknowledged in the end. */
function unexplained({ movements }: Book): string[] {
  return movements
    .filter((movement) => !isAcknowledged(movement))
    .slice(0, 5)
    .map(
      (it) =>
        `${it.kind} on card ${it.card}: ${it.answer ? `${it.answer.status} ${it.answer.text}` : 'no answer in time'}`,
    )
}
