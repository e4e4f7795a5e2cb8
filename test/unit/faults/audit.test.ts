import { expect, it } from 'vitest'
import { audit, type Verdict } from '../../faults/audit.ts'
import { EDITED } from '../../faults/book.ts'
import type { Movement } from '../../faults/movement.ts'
import type { Truth } from '../../faults/truth.ts'

/** A refill of 5, a charge of 2 and a new city, all acknowledged; outside, a call that cost 1. */
const MOVEMENTS: readonly Movement[] = [
  { kind: 'refill', card: '1', units: 500_000n, key: 'a', attempts: 1, answer: ok('{"logrefill_id":11}') },
  { kind: 'charge', card: '1', units: 200_000n, key: 'b', attempts: 2, answer: ok('{"charge_id":31}') },
  { kind: 'edit', card: '1', column: 'city', value: 'Lisbon', key: 'c', attempts: 1, answer: ok('{}') },
]
const OPENINGS = new Map([['1', 1_000_000n]])
const TRUTH: Truth = {
  cards: [{ id: '1', credit: 1_200_000n, inuse: 0, edited: { city: 'Lisbon' } }],
  refills: [{ id: '11', card: '1', units: 500_000n }],
  payments: [{ id: '21', card: '1', units: 500_000n, refill: '11' }],
  charges: [{ id: '31', card: '1', units: 200_000n }],
  outside: new Map([['1', { units: -100_000n, inuse: 0 }]]),
}
const [CARD] = TRUTH.cards as [Truth['cards'][number]]
const [REFILL] = TRUTH.refills as [Truth['refills'][number]]
const [PAYMENT] = TRUTH.payments as [Truth['payments'][number]]

function ok(text: string): { status: number; text: string } {
  return { status: 200, text }
}

function judge(truth: Partial<Truth>, movements = MOVEMENTS): Omit<Verdict, 'findings'> {
  const { findings, ...figures } = audit(movements, OPENINGS, { ...TRUTH, ...truth })
  const broken = Object.values(figures).some((count) => count > 0)
  expect(findings.length > 0).toBe(broken)
  return figures
}

const ZERO = { lost: 0, duplicated: 0, wrongBalances: 0, orphans: 0 }

it('finds nothing where everything adds up', () => {
  expect(EDITED).toContain('city')
  expect(judge({})).toEqual(ZERO)
})

it.each<{ what: string; truth: Partial<Truth>; found: Partial<Verdict> }>([
  {
    what: 'a balance off by the smallest unit',
    truth: { cards: [{ ...CARD, credit: 1_200_001n }] },
    found: { wrongBalances: 1 },
  },
  { what: 'a call that never ends', truth: { cards: [{ ...CARD, inuse: 1 }] }, found: { wrongBalances: 1 } },
  { what: 'a card that is gone', truth: { cards: [] }, found: { wrongBalances: 1, lost: 1 } },
  { what: 'an edit undone', truth: { cards: [{ ...CARD, edited: { city: '' } }] }, found: { lost: 1 } },
  { what: 'a charge that is gone', truth: { charges: [] }, found: { lost: 1 } },
  {
    what: 'another number than was told',
    truth: { charges: [{ id: '32', card: '1', units: 200_000n }] },
    found: { lost: 1 },
  },
  { what: 'a refill that is gone', truth: { refills: [] }, found: { lost: 1, orphans: 1 } },
  { what: 'a refill without its payment', truth: { payments: [] }, found: { orphans: 1 } },
  { what: 'a payment of another amount', truth: { payments: [{ ...PAYMENT, units: 1n }] }, found: { orphans: 1 } },
  {
    what: 'a refill twice',
    truth: { refills: [REFILL, { ...REFILL, id: '12' }], payments: [PAYMENT, { ...PAYMENT, id: '22', refill: '12' }] },
    found: { duplicated: 1 },
  },
  { what: 'a payment twice', truth: { payments: [PAYMENT, { ...PAYMENT, id: '22' }] }, found: { orphans: 1 } },
])('finds $what', ({ truth, found }) => {
  expect(judge(truth)).toEqual({ ...ZERO, ...found })
})

it('finds what was done without anybody being told', () => {
  const movements = MOVEMENTS.map((movement) =>
    movement.kind === 'charge' ? { ...movement, answer: undefined } : movement,
  )
  expect(judge({}, movements as Movement[])).toEqual({ ...ZERO, wrongBalances: 1, orphans: 1 })
})

const INTERRUPTED = { status: 409, text: '{"type":"urn:a2billing-api:error:movement-interrupted"}' }

it.each<{ what: string; truth: Partial<Truth>; found: Partial<Verdict> }>([
  { what: 'it was done', truth: {}, found: {} },
  { what: 'it was not done', truth: { charges: [], cards: [{ ...CARD, credit: 1_400_000n }] }, found: {} },
  { what: 'its row has no money', truth: { cards: [{ ...CARD, credit: 1_400_000n }] }, found: {} },
  { what: 'it explains nothing', truth: { cards: [{ ...CARD, credit: 1_300_000n }] }, found: { wrongBalances: 1 } },
])('a charge that was reported as interrupted: $what', ({ truth, found }) => {
  const movements = MOVEMENTS.map((one) => (one.kind === 'charge' ? { ...one, answer: INTERRUPTED } : one))
  expect(judge(truth, movements)).toEqual({ ...ZERO, ...found })
})

it('half a refill is explained by the refill that was reported, and by no other', () => {
  const movements = MOVEMENTS.map((one) => (one.kind === 'refill' ? { ...one, answer: INTERRUPTED } : one))
  expect(judge({ payments: [] }, movements)).toEqual(ZERO)
  expect(judge({ refills: [] }, movements)).toEqual(ZERO)
  expect(judge({ payments: [], refills: [{ ...REFILL, units: 1n }] }, movements)).toEqual({ ...ZERO, orphans: 2 })
})
