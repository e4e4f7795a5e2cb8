import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/errors.ts'
import { JsonNumber, parseExactJson } from '../../src/json-number.ts'

describe('parseExactJson', () => {
  it.each(['9007199254740993', '5.00000', '-0', '1E+3', '1e400', '0.1'])('keeps the digits of %s', (text) => {
    expect(parseExactJson(text)).toEqual(new JsonNumber(text))
    expect(JSON.stringify(parseExactJson(`{"a":[${text}]}`))).toBe(`{"a":[${text}]}`)
  })

  it('takes __proto__ for a key like any other', () => {
    const body = parseExactJson('{"__proto__":{"admin":true}}') as Record<string, unknown>
    expect(Object.keys(body)).toEqual(['__proto__'])
    expect(body['admin']).toBeUndefined()
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype)
  })

  it('lets the last of two equal keys win', () => {
    expect(parseExactJson('{"a":"x","a":"y"}')).toEqual({ a: 'y' })
  })

  it.each([
    ['', 'it is empty'],
    ['{"a":1,}', 'line 1, column 8'],
    ['{\n"a":1,}', 'line 2, column 7'],
    ['{\n  "a": x\n}', '"x" stands where it cannot'],
    ['{"a":NaN}', 'not valid JSON'],
  ])('refuses %j', (text, says) => {
    expect(() => parseExactJson(text)).toThrow(
      expect.objectContaining({ code: 'malformed_json', message: expect.stringContaining(says) }),
    )
  })

  it('takes 32 levels and no more, whatever stands in strings', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    expect(parseExactJson(nested(32))).toBeInstanceOf(Array)
    expect(() => parseExactJson(nested(33))).toThrow(ApiError)
    expect(() => parseExactJson(nested(1_000_000))).toThrow(expect.objectContaining({ code: 'malformed_body' }))
    expect(parseExactJson(JSON.stringify('\\"['.repeat(100)))).toBe('\\"['.repeat(100))
  })
})
