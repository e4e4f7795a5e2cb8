import { describe, expect, it } from 'vitest'
import { AMOUNT, assertStorable, fiveDecimals } from '../../../src/plugins/amount.ts'
import { bodyCheck } from '../../../src/plugins/check-body.ts'
import { bigint, decimal, float } from '../../../src/resources/column-types.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import type { ColumnType, Resource } from '../../../src/resources/resource.ts'

const check = bodyCheck({ required: ['credit'], properties: { credit: AMOUNT } })
const read = (json: string): unknown => check(parseExactJson(json))['credit']

function refusalOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was refused')
}

describe('an amount', () => {
  it.each([
    ['5', '5'],
    ['"5"', '5'],
    ['5.00000', '5.00000'],
    ['"005.25"', '005.25'],
    ['0.00001', '0.00001'],
    ['9999999999.99999', '9999999999.99999'],
    ['5.000000', '5.000000'],
    ['9999999999.99999000', '9999999999.99999000'],
    ['"00000000000005.250000"', '00000000000005.250000'],
  ])('may be %s', (json, text) => {
    expect(read(`{"credit": ${json}}`)).toBe(text)
  })

  it.each([
    '0',
    '0.00000',
    '"0"',
    '0.000001',
    '0.0000010',
    '0.000000',
    '"000000000000"',
    '"010000000000"',
    '5.1234567',
    '10000000000',
    '1e3',
    '1E400',
    '"1e2"',

    'true',
    'null',
    '"word"',
    '""',
    '" 2 "',
    '"+5"',
    '"--5"',
    '-0',
    '"-0.00000"',
    '"5,25"',
    '".5"',
    '"5."',
    '"0x10"',
    '"٥"',
    '"NaN"',
    '"Infinity"',
    '[]',
    '[5]',
    '{}',
    '{"a":5}',
    '"5\\n"',
  ])('may not be %s', (json) => {
    expect(refusalOf(() => read(`{"credit": ${json}}`))).toMatchObject({
      code: 'invalid_value',
      status: 422,
      errors: [{ pointer: '/credit', detail: expect.stringContaining('above zero') }],
    })
  })

  it.each([
    ['5', '5.00000'],
    ['-5', '-5.00000'],
    ['-005.25', '-5.25000'],
    ['005.25', '5.25000'],
    ['0.1', '0.10000'],
    ['5.000000', '5.00000'],
    ['000000000000.250000', '0.25000'],
    ['9999999999.99999', '9999999999.99999'],
  ])('%s is %s', (text, padded) => {
    expect(fiveDecimals(text)).toBe(padded)
  })

  it('of whatever length is read in no time', () => {
    const zeros = '0'.repeat(200_000)
    expect(read(`{"credit": "${zeros}5.5${zeros}"}`)).toHaveLength(400_003)
    expect(fiveDecimals(`${zeros}5.5${zeros}`)).toBe('5.50000')
    expect(refusalOf(() => read(`{"credit": "${zeros}5.5${zeros}x"}`))).toMatchObject({ code: 'invalid_value' })
  })

  it.each([
    { type: float, amount: '123456.00000' },
    { type: float, amount: '1000000000.00000' },
    { type: float, amount: '0.12345' },
    { type: float, amount: '1.23456' },
    { type: decimal(15, 5), amount: '9999999999.99999' },
    { type: decimal(10, 2), amount: '12345678.25000' },
    { type: bigint, amount: '7.50000' },
  ])('$amount goes into $type.kind', ({ type, amount }) => {
    expect(() => assertStorable(tableWith(type), 'amount', amount, 'amount')).not.toThrow()
  })

  it.each([
    { type: float, amount: '1234567.00000', detail: 'keeps 6 significant digits' },
    { type: float, amount: '12345.67000', detail: 'keeps 6 significant digits' },
    { type: float, amount: '100000.10000', detail: 'keeps 6 significant digits' },
    { type: decimal(10, 2), amount: '1.12500', detail: 'keeps 2 decimals' },
    { type: decimal(10, 5), amount: '123456.00000', detail: 'keeps 5 digits before the point' },
  ])('$amount does not go into $type.kind: it $detail', ({ type, amount, detail }) => {
    const refuse = (): void => assertStorable(tableWith(type), 'amount', amount, 'amount')
    expect(refusalOf(refuse)).toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/amount', detail }] })
  })
})

function tableWith(type: ColumnType): Resource {
  return { name: 'charge', table: 'cc_charge', primaryKey: ['id'], columns: [{ name: 'amount', type }], relations: {} }
}

describe('a body', () => {
  it.each(['{}', 'null', '{"Credit": 5}', '{"amount": 5}'])(
    '%s lacks the field, in the words of the original',
    (json) => {
      expect(refusalOf(() => read(json))).toMatchObject({
        code: 'missing_field',
        status: 400,
        shortText: 'Missing credit parameter.',
        errors: [{ pointer: '/credit' }],
      })
    },
  )

  it('that is not there lacks the field', () => {
    expect(refusalOf(() => check(undefined))).toMatchObject({ code: 'missing_field' })
  })

  it.each(['[]', '[5]', '5', '"credit"', 'true'])('%s is no object', (json) => {
    expect(refusalOf(() => read(json))).toMatchObject({ code: 'malformed_body', status: 400 })
  })

  it('may have further members, which are left out', () => {
    expect(check(parseExactJson('{"credit": 5, "note": {"__proto__": 1}}'))).toEqual({ credit: '5' })
  })

  it('is told everything that is wrong with it', () => {
    const two = bodyCheck({
      required: [],
      properties: {
        a: { type: 'string', description: 'a text' },
        b: { type: 'boolean', description: 'true or false' },
        c: { type: 'string', description: 'a text', pattern: '^x$' },
      },
    })
    expect(two({})).toEqual({})
    expect(two({ a: '', b: false, c: 'x' })).toEqual({ a: '', b: false, c: 'x' })
    expect(refusalOf(() => two({ a: 1, b: 'no', c: 'y' }))).toMatchObject({
      errors: [{ pointer: '/a' }, { pointer: '/b' }, { pointer: '/c' }],
      message: 'a must be a text. b must be true or false. c must be a text.',
    })
  })
})
