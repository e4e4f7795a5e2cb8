/** What the model-based test does, as data that can be made at random, shrunk and printed. */
import * as fc from 'fast-check'
import { toDecimal } from '../units.ts'

/** `card` is the number of a card in the order of their making, from 0; maybe of one that is not made yet. */
export type Command =
  | { readonly do: 'create'; readonly opening: bigint; readonly vat: number }
  | { readonly do: 'delete' | 'set credit'; readonly card: number }
  | { readonly do: 'edit'; readonly card: number; readonly lastname: string }
  | { readonly do: 'outside'; readonly card: number; readonly units: bigint }
  | MoneyCommand
  | { readonly do: 'refused'; readonly kind: MoneyCommand['do']; readonly card: number; readonly amount: string }
  /** Concern one of the movements that were made under a key, if there is any. */
  | { readonly do: 'replay' | 'look up' | 'reuse'; readonly nth: number }

export interface MoneyCommand {
  readonly do: 'refill' | 'charge'
  readonly card: number
  readonly units: bigint
  readonly isText: boolean
  readonly isKeyed: boolean
}

/** JSON that is no amount. */
const NO_AMOUNTS = [
  '0',
  '-0',
  '0.000001',
  '1.234567',
  '10000000000',
  '1e3',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '"abc"',
  '"NaN"',
  '"5,25"',
  '" 5"',
]

/** The most that a balance can be, either way. */
export const LIMIT = 999_999_999_999_999n

const card = fc.constantFrom(0, 0, 1, 1, 2, 3)
const units = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: 1n, max: 999_999n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 1n, max: 999_999n }).map((amount) => amount * 1000n) },
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: LIMIT }) },
  // Who may do that corrects with it: the API's administrator may.
  { weight: 1, arbitrary: fc.bigInt({ min: -999_999n, max: -1n }) },
)
const kind = fc.constantFrom('refill' as const, 'charge' as const)
const nth = fc.nat({ max: 9 })

const create = fc.record({
  do: fc.constant('create' as const),
  opening: fc.bigInt({ min: -LIMIT / 1_000_000n, max: LIMIT / 1000n }),
  vat: fc.constantFrom(0, 20, 7.5),
})

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: create },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'set credit' as const), card }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('edit' as const), card, lastname: fc.stringMatching(/^\w{1,12}$/) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('outside' as const), card, units }) },
  { weight: 10, arbitrary: fc.record({ do: kind, card, units, isText: fc.boolean(), isKeyed: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('refused' as const), kind, card, amount: fc.constantFrom(...NO_AMOUNTS) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('replay' as const, 'look up' as const, 'reuse' as const), nth }),
  },
)

/** At least one card, or there is little to see. */
export const commands: fc.Arbitrary<Command[]> = fc
  .tuple(create, fc.array(anyCommand, { maxLength: 40, size: 'max' }))
  .map(([first, others]) => [first, ...others])

/** For the counterexample in a failure. */
export function describeCommand(command: Command): string {
  const fields = Object.entries(command).map(
    ([name, value]) => `${name} ${typeof value === 'bigint' ? toDecimal(value) : value}`,
  )
  return fields.join(', ')
}
