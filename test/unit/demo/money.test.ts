import { describe, expect, it } from 'vitest'
import { affordableSeconds, priceOf } from '../../../scripts/demo/seed/billing.ts'
import { amountText, parseAmount, percentOf, withoutVat } from '../../../scripts/demo/seed/money.ts'

describe('amounts', () => {
  it.each([
    ['0.00000', 0],
    ['0.00001', 1],
    ['-1.50000', -150_000],
    ['12345.67891', 1_234_567_891],
  ])('%s', (text, amount) => {
    expect(amountText(amount)).toBe(text)
    expect(parseAmount(text)).toBe(amount)
  })

  it.each(['', '1.', '1,5', '1e3', '0.123456'])('refuses "%s"', (text) => {
    expect(() => parseAmount(text)).toThrow('is not an amount')
  })

  it('takes VAT off and shares a commission to five places', () => {
    expect(amountText(withoutVat(parseAmount('10'), '20'))).toBe('8.33333')
    expect(amountText(percentOf(parseAmount('10'), '7.5'))).toBe('0.75000')
  })
})

describe('the price of a call', () => {
  const price = { perMinute: 6000, firstBlock: 30, nextBlock: 6 }

  it.each([
    [0, 0],
    [1, 3000],
    [30, 3000],
    [31, 3600],
    [36, 3600],
    [60, 6000],
  ])('%i seconds', (seconds, want) => {
    expect(priceOf(price, seconds)).toBe(want)
  })

  it('never exceeds a balance within the affordable time, and does one second later', () => {
    for (const balance of [3000, 3599, 3600, 10_000, 123_457]) {
      const seconds = affordableSeconds(price, balance)
      expect(priceOf(price, seconds)).toBeLessThanOrEqual(balance)
      expect(priceOf(price, seconds + 1)).toBeGreaterThan(balance)
    }
    expect(affordableSeconds(price, 2999)).toBe(0)
  })
})
