import { expect, it } from 'vitest'
import { type Books, compareBooks, type LedgerRow } from '../../faults/books.ts'
import { isMoney, type Movement } from '../../faults/movement.ts'
import type { Truth } from '../../faults/truth.ts'

/** A refill of 5 and a new city. */
const MOVEMENTS: readonly Movement[] = [
  { kind: 'refill', card: '1', units: 500_000n, key: 'a', attempts: 1, answer: ok('{"current_balance":15.00000}') },
  { kind: 'edit', card: '1', column: 'city', value: 'Lisbon', key: 'b', attempts: 1, answer: ok('{}') },
]
const TRUTH: Truth = {
  cards: [],
  refills: [{ id: '11', card: '1', units: 500_000n }],
  payments: [{ id: '21', card: '1', units: 500_000n, refill: '11' }],
  charges: [],
  outside: new Map(),
}
const ROW: LedgerRow = {
  operation: 'refill',
  card: '1',
  delta: 500_000n,
  balance: 1_500_000n,
  logs: { cc_logrefill: '11', cc_logpayment: '21' },
  key: 'a',
}
const MONEY: Books['audit'][number] = { operation: 'refill', card: '1', changes: { credit: ['10.00000', '15.00000'] } }
const EDIT: Books['audit'][number] = { operation: 'update', card: '1', changes: { city: ['', 'Lisbon'] } }
const BOOKS: Books = { ledger: [ROW], audit: [MONEY, EDIT] }

const ALL = { reported: [], isTransactional: true }

function ok(text: string): { status: number; text: string } {
  return { status: 200, text }
}

it('finds nothing where the books are right', () => {
  expect(compareBooks(BOOKS, MOVEMENTS, TRUTH, ALL)).toEqual([])
})

it.each<{ what: string; books: Partial<Books> }>([
  { what: 'a movement that the ledger lacks', books: { ledger: [] } },
  { what: 'a movement that the ledger has twice', books: { ledger: [ROW, ROW] } },
  { what: 'another amount', books: { ledger: [{ ...ROW, delta: 499_999n }] } },
  { what: 'another card', books: { ledger: [{ ...ROW, card: '2' }] } },
  { what: 'another balance', books: { ledger: [{ ...ROW, balance: 1_500_001n }] } },
  { what: 'a log row that the ledger does not name', books: { ledger: [{ ...ROW, logs: { cc_logrefill: '11' } }] } },
  { what: 'a log row that is not there', books: { ledger: [{ ...ROW, logs: { ...ROW.logs, cc_charge: '31' } }] } },
  { what: 'money without audit', books: { audit: [EDIT] } },
  { what: 'an audit of money that did not move', books: { audit: [MONEY, MONEY, EDIT] } },
  { what: 'an edit without audit', books: { audit: [MONEY] } },
  { what: 'an audit of another edit', books: { audit: [MONEY, EDIT, { ...EDIT, changes: { city: ['', 'Porto'] } }] } },
])('finds $what', ({ books }) => {
  expect(compareBooks({ ...BOOKS, ...books }, MOVEMENTS, TRUTH, ALL).length).toBeGreaterThan(0)
})

it('finds a client that was told another balance', () => {
  const movements = MOVEMENTS.map((one) => ({ ...one, answer: ok('{"current_balance":14.00000}') }))
  expect(compareBooks(BOOKS, movements, TRUTH, ALL)).toHaveLength(1)
})

it('where nothing can be rolled back, reported movements and edits are no concern of the books', () => {
  const options = { reported: MOVEMENTS.filter(isMoney), isTransactional: false }
  expect(compareBooks({ ledger: [], audit: [] }, [], TRUTH, options)).toEqual([])
  expect(compareBooks({ ledger: [], audit: [] }, [], TRUTH, { ...options, reported: [] })).toHaveLength(2)
  expect(compareBooks({ ...BOOKS, audit: [MONEY] }, MOVEMENTS, TRUTH, { ...ALL, isTransactional: false })).toEqual([])
})
