/**
 * Turns the length of a call into money, block by block, as the rate engine does.
 */
import type { Price } from './network.ts'

/** The price of a call of `seconds`, in 1/100,000. An unanswered call costs nothing. */
export function priceOf(price: Price, seconds: number): number {
  if (seconds <= 0) return 0
  const beyond = Math.max(0, seconds - price.firstBlock)
  const billed = price.firstBlock + Math.ceil(beyond / price.nextBlock) * price.nextBlock
  return Math.round((price.perMinute * billed) / 60)
}

/** The longest call a balance pays for, in whole blocks; 0 when not even the first one fits. */
export function affordableSeconds(price: Price, balance: number): number {
  if (price.perMinute === 0) return Number.POSITIVE_INFINITY
  const seconds = Math.floor((balance * 60) / price.perMinute)
  if (seconds < price.firstBlock) return 0
  return price.firstBlock + Math.floor((seconds - price.firstBlock) / price.nextBlock) * price.nextBlock
}
