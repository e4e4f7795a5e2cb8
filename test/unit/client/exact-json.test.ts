import { describe, expect, it } from 'vitest'
import { InexactNumberError, itemsOf, withDecimalsAsText } from '../../../src/client/exact-json.ts'

describe('withDecimalsAsText', () => {
  it.each([
    ['{"credit":5.00000,"id":7}', '{"credit":"5.00000","id":7}'],
    ['{"credit": -12345678901234567890.12345}', '{"credit": "-12345678901234567890.12345"}'],
    ['{"credit":null}', '{"credit":null}'],
    ['{"name":"\\"credit\\":5","credit":1.5}', '{"name":"\\"credit\\":5","credit":"1.5"}'],
    ['{"name":"12345678901234567890"}', '{"name":"12345678901234567890"}'],
    ['{"id":9007199254740991,"amount":1e20}', '{"id":9007199254740991,"amount":1e20}'],
  ])('%s', (given, want) => {
    expect(withDecimalsAsText(given, new Set(['credit']))).toBe(want)
  })

  it.each(['{"id":9007199254740993}', '[1,12345678901234567890]'])('does not lose digits of %s', (given) => {
    expect(() => withDecimalsAsText(given, new Set())).toThrow(InexactNumberError)
    // The control: this is what would have become of it.
    expect(JSON.stringify(JSON.parse(given))).not.toBe(given)
  })
})

it('takes a list of objects apart', () => {
  const items = ['{"body":{"id":1,"name":"a } ] \\" {"}}', '{"body":{"list":[{"x":[1]}]}}']
  expect(itemsOf(`{"results":[${items.join(', ')}]}`)).toEqual(items)
  expect(itemsOf('{"results":[]}')).toEqual([])
})
