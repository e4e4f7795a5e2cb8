/** The API's own books, the ledger and the audit: whether they tell of the same movements as A2Billing's log rows. */
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { effectOf, isAcknowledged, isMoney, type Edit, type Money, type Movement } from './movement.ts'
import type { LogRow, Truth } from './truth.ts'
import { toUnits } from './units.ts'

export interface Books {
  readonly ledger: readonly LedgerRow[]
  readonly audit: readonly AuditRow[]
}

export interface LedgerRow {
  readonly operation: Money['kind']
  readonly card: string
  /** In units, negative for what was taken away. */
  readonly delta: bigint
  /** Right after this movement. */
  readonly balance: bigint
  /** Numbers of the log rows, by table. */
  readonly logs: Readonly<Record<string, string>>
  /** That the client gave; null without one. */
  readonly key: string | null
}

export interface AuditRow {
  /** `update`, `refill`, `charge`. */
  readonly operation: string
  readonly card: string
  /** By column: from what to what. */
  readonly changes: Readonly<Record<string, readonly [before: string | null, after: string | null]>>
}

export async function readBooks(connection: Connection): Promise<Books> {
  const rows = async (sql: string): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(sql))[0]
  const ledger = await rows(
    'select operation, cast(card_id as char) card, cast(delta as char) delta, ' +
      'cast(balance_after as char) balance, logs, idempotency_key `key` from a2b_money_movement order by id',
  )
  const audit = await rows("select operation, row_key card, changes from a2b_audit where resource = 'card' order by id")
  return {
    ledger: ledger.map(({ operation, card, delta, balance, logs, key }) => ({
      operation,
      card,
      key,
      delta: toUnits(delta),
      balance: toUnits(balance),
      logs: JSON.parse(logs),
    })),
    audit: audit.map(({ operation, card, changes }) => ({ operation, card, changes: JSON.parse(changes) })),
  }
}

export interface BooksOptions {
  /** Movements that were reported as interrupted: their log rows may be there, and nothing else tells of them. */
  readonly reported: readonly Money[]
  /** Whether an edit and its row in the audit are kept together. */
  readonly isTransactional: boolean
}

/**
 * @param truth - what A2Billing's tables hold
 * @returns what stands in one place and not in another, in words
 */
export function compareBooks(
  { ledger, audit }: Books,
  movements: readonly Movement[],
  truth: Truth,
  { reported, isTransactional }: BooksOptions,
): string[] {
  const edits = movements.filter((movement) => movement.kind === 'edit')
  return [
    ...unequal('log rows', logged(truth, reported), 'the ledger', ledger.flatMap(logsOf)),
    ...unequal('the ledger', ledger.map(lineOf), 'the audit', audit.flatMap(moneyOf)),
    ...unlikeTold(movements.filter(isMoney).filter(isAcknowledged), ledger),
    ...(isTransactional ? unlikeEdits(edits, audit) : []),
  ]
}

function logged({ refills, payments, charges }: Truth, reported: readonly Money[]): string[] {
  const open = new Set(reported.map((movement) => `${effectOf(movement)} on card ${movement.card}`))
  const lines = (table: string, rows: readonly LogRow[], sign: bigint): string[] =>
    rows.flatMap(({ id, card, units }) => {
      const moved = `${sign * units} on card ${card}`
      return open.has(moved) ? [] : [`${table} ${id}: ${moved}`]
    })
  return [
    ...lines('cc_logrefill', refills, 1n),
    ...lines('cc_logpayment', payments, 1n),
    ...lines('cc_charge', charges, -1n),
  ]
}

function logsOf({ card, delta, logs }: LedgerRow): string[] {
  return Object.entries(logs).map(([table, id]) => `${table} ${id}: ${delta} on card ${card}`)
}

function lineOf({ operation, card, delta, balance }: LedgerRow): string {
  return `${operation} on card ${card}: ${balance - delta} to ${balance}`
}

function moneyOf({ operation, card, changes }: AuditRow): string[] {
  const [before, after] = changes['credit'] ?? []
  return typeof before === 'string' && typeof after === 'string'
    ? [`${operation} on card ${card}: ${toUnits(before)} to ${toUnits(after)}`]
    : []
}

/** What a client was told of the balance is what the ledger says of that movement, which it has once. */
function unlikeTold(acknowledged: readonly Money[], ledger: readonly LedgerRow[]): string[] {
  const rows = Map.groupBy(ledger, ({ operation, card, delta }) => `${operation} ${card} ${delta}`)
  return acknowledged.flatMap((movement) => {
    const { kind, card, key, answer } = movement
    const told = /"current_balance":(-?[\d.]+)/.exec(answer?.text ?? '')?.[1]
    const found = rows.get(`${kind} ${card} ${effectOf(movement)}`) ?? []
    const isRight = found.some((row) => told === undefined || row.balance === toUnits(told))
    return isRight
      ? []
      : [`${kind} of key ${key} on card ${card} was told ${told}, and the ledger has ${found.length} rows`]
  })
}

/** An edit that was acknowledged has its row in the audit, and the audit tells of no edit that nobody wanted. */
function unlikeEdits(edits: readonly Edit[], audit: readonly AuditRow[]): string[] {
  const line = (card: string, column: string, value: string | null): string => `${column} of card ${card} to ${value}`
  const lines = (some: readonly Edit[]): Set<string> =>
    new Set(some.map(({ card, column, value }) => line(card, column, value)))
  const told = new Set(
    audit
      .filter(({ operation }) => operation === 'update')
      .flatMap(({ card, changes }) => Object.entries(changes).map(([column, [, value]]) => line(card, column, value))),
  )
  return [
    ...[...lines(edits.filter(isAcknowledged)).difference(told)].map(
      (edit) => `${edit}: the audit does not know of it`,
    ),
    ...[...told.difference(lines(edits))].map((edit) => `${edit}: the audit has it, and nobody wanted it`),
  ]
}

function unequal(here: string, ours: readonly string[], there: string, theirs: readonly string[]): string[] {
  return [
    ...without(ours, theirs).map((line) => `${line}: in ${here}, not in ${there}`),
    ...without(theirs, ours).map((line) => `${line}: in ${there}, not in ${here}`),
  ]
}

/** Those that come more often among the first than among the second. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return some.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}
