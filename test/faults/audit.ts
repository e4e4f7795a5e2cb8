/** Holds what clients were told against what the database holds. */
import { type Books, compareBooks } from './books.ts'
import { type Edit, effectOf, isAcknowledged, isMoney, isReported, type Money, type Movement } from './movement.ts'
import type { LogRow, Truth } from './truth.ts'

/** Each of them is a broken promise; none may be above zero. */
export interface Verdict {
  /** Acknowledged, and not there. */
  readonly lost: number
  /** Rows that a movement has beyond its first. */
  readonly duplicated: number
  /** Cards whose balance, or count of running calls, is not what came of all that was done to them. */
  readonly wrongBalances: number
  /** Rows that lack their other half, or belong to nothing that anybody was told of. */
  readonly orphans: number
  /** The first few of each, for whoever has to find out why. */
  readonly findings: readonly string[]
}

/** Two to the power of it is far below the number of different amounts. */
const MOST_ON_A_CARD = 12

/** What a card began with, by its id, in units. */
export type Openings = ReadonlyMap<string, bigint>

export interface AuditOptions {
  /** Left out where the API keeps none. */
  readonly books?: Books
  /** Whether crashes may leave something half done on these tables. */
  readonly isTransactional?: boolean
}

/**
 * What was reported as interrupted may be done, half done or not done: a promise is broken only by what that cannot
 * explain.
 *
 * @param movements - all of them, none still under way
 */
export function audit(
  movements: readonly Movement[],
  openings: Openings,
  truth: Truth,
  { books, isTransactional = true }: AuditOptions = {},
): Verdict {
  const money = movements.filter(isMoney)
  const edits = movements.filter((movement) => movement.kind === 'edit')
  const rows = groupRows(truth)
  const acknowledged = money.filter(isAcknowledged)
  const reported = money.filter(isReported)
  const open = new Set(reported.map(nameOf))
  const lost = [
    ...acknowledged.filter((movement) => !isStored(movement, rows.get(nameOf(movement)))).map(describe),
    ...lostEdits(edits, truth),
  ]
  const duplicated = money.flatMap((movement) =>
    (rows.get(nameOf(movement)) ?? []).slice(1).map(() => describe(movement)),
  )
  const wrongBalances = wrongCards(acknowledged, reported, openings, truth)
  const orphans = [
    ...halves(truth, open),
    ...strays(acknowledged, open, rows),
    ...(books ? compareBooks(books, movements, truth, { reported, isTransactional }) : []),
  ]
  return {
    lost: lost.length,
    duplicated: duplicated.length,
    wrongBalances: wrongBalances.length,
    orphans: orphans.length,
    findings: [
      ...few('acknowledged but lost', lost),
      ...few('duplicated', duplicated),
      ...few('wrong balance', wrongBalances),
      ...few('orphan row', orphans),
    ],
  }
}

/** Rows that record a movement, by what they say was moved. */
type Rows = ReadonlyMap<string, readonly LogRow[]>

function groupRows({ refills, charges }: Truth): Rows {
  return Map.groupBy(
    [
      ...refills.map((row) => ({ ...row, kind: 'refill' as const })),
      ...charges.map((row) => ({ ...row, kind: 'charge' as const })),
    ],
    nameOf,
  )
}

function nameOf({ kind, card, units }: Pick<Money, 'kind' | 'card' | 'units'>): string {
  return `${kind} of ${units} on card ${card}`
}

/** The row that the client was told of is there. */
function isStored({ kind, answer }: Money, rows: readonly LogRow[] = []): boolean {
  const told = JSON.parse(answer?.text ?? '{}') as Record<string, unknown>
  return rows.some(({ id }) => id === String(told[kind === 'refill' ? 'logrefill_id' : 'charge_id']))
}

/** The last value of each column that was acknowledged must stand there: nobody else changes it. */
function lostEdits(edits: readonly Edit[], { cards }: Truth): string[] {
  const last = new Map(edits.filter(isAcknowledged).map((edit) => [`${edit.card} ${edit.column}`, edit]))
  return [...last.values()]
    .filter(({ card, column, value }) => cards.find(({ id }) => id === card)?.edited[column] !== value)
    .map(describe)
}

function wrongCards(
  acknowledged: readonly Money[],
  reported: readonly Money[],
  openings: Openings,
  { cards, outside }: Truth,
): string[] {
  const done = Map.groupBy(acknowledged, ({ card }) => card)
  const unsure = Map.groupBy(reported, ({ card }) => card)
  return [...openings].flatMap(([id, opening]) => {
    const card = cards.find((row) => row.id === id)
    const others = outside.get(id) ?? { units: 0n, inuse: 0 }
    const moved = (done.get(id) ?? []).reduce((sum, movement) => sum + effectOf(movement), 0n)
    const expected = opening + moved + others.units
    const isExplained = card && sumsOf(unsure.get(id) ?? []).has(card.credit - expected)
    if (isExplained && card.inuse === others.inuse) return []
    return [`card ${id}: ${card?.credit} instead of ${expected}, ${card?.inuse} calls instead of ${others.inuse}`]
  })
}

/**
 * What a balance may be off by when any of the movements was done and any was not. With many of them that is nearly
 * everything, and says nothing.
 */
function sumsOf(movements: readonly Money[]): ReadonlySet<bigint> {
  if (movements.length > MOST_ON_A_CARD) {
    throw new Error(
      `${movements.length} movements on card ${movements[0]?.card} were interrupted, too many to judge it`,
    )
  }
  let sums = new Set([0n])
  for (const movement of movements) sums = new Set([...sums, ...[...sums].map((sum) => sum + effectOf(movement))])
  return sums
}

/** A refill has exactly one payment, of the same card and amount, and a payment its refill. */
function halves({ refills, payments }: Truth, open: ReadonlySet<string>): string[] {
  const paid = Map.groupBy(payments, ({ refill }) => refill)
  const known = new Set(refills.map(({ id }) => id))
  const isClosed = (row: LogRow): boolean => !open.has(nameOf({ ...row, kind: 'refill' }))
  return [
    ...refills
      .filter(({ id, card, units }) => {
        const [payment, ...more] = paid.get(id) ?? []
        return payment?.card !== card || payment.units !== units || more.length > 0
      })
      .filter(isClosed)
      .map(({ id }) => `cc_logrefill ${id} has not one payment of its amount`),
    ...payments
      .filter(({ refill }) => !known.has(refill))
      .filter(isClosed)
      .map(({ id }) => `cc_logpayment ${id} has no refill`),
  ]
}

/** Rows of what nobody was told of. */
function strays(acknowledged: readonly Money[], open: ReadonlySet<string>, rows: Rows): string[] {
  const known = new Set(acknowledged.map(nameOf))
  return [...rows.keys()]
    .filter((name) => !known.has(name) && !open.has(name))
    .map((name) => `${name}: nobody was told`)
}

function describe(movement: Movement): string {
  const what = isMoney(movement) ? nameOf(movement) : `${movement.column} of card ${movement.card}`
  return `${what}, key ${movement.key}, ${movement.attempts} attempts: ${movement.answer?.text.trim() ?? 'no answer'}`
}

function few(what: string, findings: readonly string[]): string[] {
  return findings.slice(0, 3).map((finding) => `${what}: ${finding}`)
}
