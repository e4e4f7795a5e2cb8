/**
 * Amounts that look random and come only once per card: a log row is recognised by its amount, whether or not anybody
 * was told its number.
 *
 * All of them have at most six significant digits, because `cc_charge.amount` is a FLOAT.
 */
import type { Random } from '../../scripts/demo/seed/random.ts'

/** As many six-digit amounts as there are. */
const AMOUNTS = 999_999

/** Has no divisor in common with {@link AMOUNTS} = 3³·7·11·13·37, so its multiples meet every remainder once. */
const STEP = 536_111

/**
 * @param random - decides where a card begins
 * @returns gives the next amount of a card, in units of 0.00001; a group of cards' amounts is one `key`
 */
export function createAmounts(random: Random): (key: string) => bigint {
  const taken = new Map<string, { readonly first: number; count: number }>()
  return (key) => {
    const state = taken.get(key) ?? { first: random.integer(0, AMOUNTS - 1), count: 0 }
    taken.set(key, state)
    if (state.count >= AMOUNTS)
      throw new Error(`${key}: there are no more amounts that can be told apart; use more cards`)
    const amount = ((state.first + state.count * STEP) % AMOUNTS) + 1
    state.count += 1
    return BigInt(amount)
  }
}
