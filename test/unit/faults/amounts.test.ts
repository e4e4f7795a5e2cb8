import { expect, it } from 'vitest'
import { createRandom } from '../../../scripts/demo/seed/random.ts'
import { createAmounts } from '../../faults/amounts.ts'
import { toDecimal, toUnits } from '../../faults/units.ts'

it('no amount comes twice, and each has at most six digits', () => {
  const next = createAmounts(createRandom(7))
  const amounts = new Set<bigint>()
  for (let count = 0; count < 999_999; count += 1) amounts.add(next('refill 1'))
  expect(amounts.size).toBe(999_999)
  expect([amounts.has(0n), amounts.has(1n), amounts.has(999_999n)]).toEqual([false, true, true])
  expect(() => next('refill 1')).toThrow('no more amounts')
  expect(next('refill 2')).toBeGreaterThan(0n)
})

it.each([
  ['5', 500_000n, '5.00000'],
  ['-0.5', -50_000n, '-0.50000'],
  ['12.3456700', 1_234_567n, '12.34567'],
  ['9999999999.99999', 999_999_999_999_999n, '9999999999.99999'],
])('%s is %s units', (text, units, decimal) => {
  expect([toUnits(text), toDecimal(units)]).toEqual([units, decimal])
})

it.each(['', '1e3', '0.000001', 'NULL'])('"%s" is no amount', (text) => {
  expect(() => toUnits(text)).toThrow('no amount')
})
