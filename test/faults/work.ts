/** Lets clients work at a bank for a while, with or without faults, and judges what came of it. */
import { setTimeout as delay } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import { createRandom } from '../../scripts/demo/seed/random.ts'
import { audit } from './audit.ts'
import type { Bank } from './bank.ts'
import { type Books, readBooks } from './books.ts'
import { type Book, openBook } from './book.ts'
import { runClient } from './client.ts'
import { runDoctor } from './doctor.ts'
import { type Faults, startFaults } from './faults.ts'
import type { Counts, Figures } from './figures.ts'
import { isAcknowledged, isReported, type Movement } from './movement.ts'
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
  /** Left out, nothing breaks. */
  readonly faults?: Faults
  /**
   * On tables that cannot roll back a crash may leave movements half done. No more is promised than that each of them is
   * reported: to whoever sends its key, and by `a2b doctor`, which mends what can be mended with `--repair`.
   */
  readonly mayInterrupt?: boolean
  /** Called while it lasts. */
  readonly progress?: { readonly everyMs: number; readonly report: (counts: Counts) => void }
}

/** When the faults have ended, this is long for whatever is still under way. */
const SETTLE_MS = 30_000

/** A bank is worked at once: what its cards began with is what it was opened with. */
export async function work(bank: Bank, options: WorkOptions): Promise<Figures> {
  const { name, seed, seconds, progress } = options
  const started = performance.now()
  const book = openBook([...bank.vault.openings.keys()], createRandom(seed + 100))
  const giveUp = new AbortController()
  let isOver = false

  const faults = startFaults(bank, options.faults ?? {}, seed)
  const working = startClients(bank, book, options, { isOver: () => isOver, giveUp: giveUp.signal })
  const writing = options.hasOutsideWriter ? startOutsideWriter(bank, seed, () => isOver) : undefined
  const counts = (): Counts => ({
    operations: book.movements.filter(isAcknowledged).length,
    apiKills: faults.apiKills,
    databaseKills: faults.databaseKills,
    cuts: bank.cuts(),
    lostCommits: bank.lostCommits(),
  })
  const reporting = progress && setInterval(() => progress.report(counts()), progress.everyMs)

  try {
    await delay(seconds * 1000)
    isOver = true
    await Promise.all([faults.end(), writing])
    await Promise.race([Promise.all(working), delay(SETTLE_MS, undefined, { ref: false })])
  } finally {
    isOver = true
    giveUp.abort()
    await Promise.all(working)
    clearInterval(reporting)
  }

  const unmentioned = options.mayInterrupt ? await mend(bank, book, options) : []
  const { truth, books } = await readAll(bank)
  const surprises = [
    ...bank.crashes.map((it) => `The API ended by itself: ${it}`),
    ...unmentioned.map(({ key }) => `The doctor does not tell of the movement with the key ${key}`),
    ...unacknowledged(book, options),
    ...missing(book, truth, counts(), options),
  ]
  const verdict = audit(book.movements, bank.vault.openings, truth, {
    isTransactional: !options.mayInterrupt,
    ...(books && { books }),
  })
  return {
    name,
    seed,
    seconds: (performance.now() - started) / 1000,
    ...counts(),
    ...verdict,
    ...(options.mayInterrupt && {
      interrupted: {
        reported: book.movements.filter(isReported).length,
        unreported: unmentioned.length + verdict.lost + verdict.duplicated + verdict.wrongBalances + verdict.orphans,
      },
    }),
    surprises,
  }
}

/** @returns what clients are still told to be interrupted, and the doctor does not speak of */
async function mend(bank: Bank, { movements }: Book, { seed, isKeyed }: WorkOptions): Promise<Movement[]> {
  await runDoctor(bank.vault.url, '--repair')
  const again = movements.filter(isReported)
  const next = (): Movement | undefined => {
    const movement = again.pop()
    delete movement?.answer
    return movement
  }
  const giveUp = AbortSignal.timeout(SETTLE_MS)
  const random = createRandom(seed + 104)
  await runClient({ random, urls: bank.urls, authorization: AUTHORIZATION, isKeyed, next, giveUp })
  const report = await runDoctor(bank.vault.url)
  return movements.filter((movement) => isReported(movement) && !report.includes(movement.key))
}

function startClients(
  { urls }: Bank,
  book: Book,
  { clients, isKeyed, seed }: WorkOptions,
  { isOver, giveUp }: { readonly isOver: () => boolean; readonly giveUp: AbortSignal },
): Promise<void>[] {
  return Array.from({ length: clients }, (_, index) => {
    const random = createRandom(seed + 1000 + index)
    const next = () => (isOver() ? undefined : book.next(index, random))
    return runClient({ random, urls, authorization: AUTHORIZATION, isKeyed, next, giveUp })
  })
}

function startOutsideWriter({ vault }: Bank, seed: number, isOver: () => boolean): Promise<void> {
  return runOutsideWriter({
    url: vault.database.url(DATABASE),
    cards: [...vault.openings.keys()],
    random: createRandom(seed + 103),
    isOver,
  })
}

async function readAll({ vault, keepsBooks }: Bank): Promise<{ truth: Truth; books?: Books }> {
  const connection = await createConnection({ uri: vault.url })
  try {
    const truth = { ...(await readTruth(connection)), outside: await readOutsideSums(connection) }
    return { truth, ...(keepsBooks && { books: await readBooks(connection) }) }
  } finally {
    await connection.end()
  }
}

/** Whatever clients ask for here can be done, so everything has to be acknowledged in the end. */
function unacknowledged({ movements }: Book, { mayInterrupt = false }: WorkOptions): string[] {
  return movements
    .filter((movement) => !isAcknowledged(movement) && !(mayInterrupt && isReported(movement)))
    .slice(0, 5)
    .map(({ kind, card, answer }) => {
      const told = answer ? `${answer.status} ${answer.text}` : 'no answer in time'
      return `${kind} on card ${card}: ${told}`
    })
}

/** A run in which something never happened says nothing about it. */
function missing({ movements }: Book, { outside }: Truth, counts: Counts, options: WorkOptions): string[] {
  const { hasOutsideWriter, faults = {} } = options
  const expected: readonly (readonly [what: string, isThere: boolean])[] = [
    ...(['refill', 'charge', 'edit'] as const).map(
      (kind) => [kind, movements.some((it) => it.kind === kind && isAcknowledged(it))] as const,
    ),
    ['update from outside', !hasOutsideWriter || outside.size > 0],
    ['kill of the API', !faults.api || counts.apiKills > 0],
    ['kill of the database', !faults.database || counts.databaseKills > 0],
    ['cut', !faults.cuts || counts.cuts > 0],
  ]
  return expected.filter(([, isThere]) => !isThere).map(([what]) => `There was no ${what}`)
}
