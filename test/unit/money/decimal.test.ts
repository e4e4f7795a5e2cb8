import { expect, it } from 'vitest'
import { minus } from '../../../src/money/decimal.ts'

it.each([
  ['5.00000', '1.50000', '3.50000'],
  ['-3494.00000', '-10000.00000', '6506.00000'],
  ['0.00000', '0.00001', '-0.00001'],
  ['5.18', '4.18000', '1.00'],
  ['5.18', '4.18001', '0.99999'],
  ['9999999999.99999', '-0.00001', '10000000000.00000'],
  ['7', '2', '5'],
  ['7', '2.00', '5'],
])('%s minus %s is %s', (from, what, difference) => {
  expect(minus(from, what)).toBe(difference)
})

it.each(['', 'x', '1e3', '+5', '.5'])('refuses "%s"', (text) => {
  expect(() => minus(text, '1')).toThrow(TypeError)
})
