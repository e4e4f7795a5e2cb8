import { describe, expect, it } from 'vitest'
import { NumericLiteral } from '../../../src/db/numeric-literal.ts'
import { Refusal } from '../../../src/resources/codecs/codec.ts'
import { blankValue, codecOf, parseBodyValue } from '../../../src/resources/column-codec.ts'
import * as types from '../../../src/resources/column-types.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import type { ColumnType } from '../../../src/resources/resource.ts'

/** `#` before numbers that are bound as such, `x'…'` for bytes, `!` before the words of a refusal. */
function stored(type: ColumnType, json: string): string | null {
  const value = parseBodyValue({ name: 'c', type }, parseExactJson(json))
  if (value instanceof Refusal) return `!${value.detail}`
  if (value instanceof NumericLiteral) return `#${value.text}`
  return Buffer.isBuffer(value) ? `x'${value.toString('hex')}'` : value
}

const cases: readonly [type: ColumnType, json: string, want: string][] = [
  [types.tinyint, '127', '#127'],
  [types.tinyint, '128', '!from -128 to 127'],
  [types.tinyint, '-128', '#-128'],
  [types.tinyint, '-129', '!from -128 to 127'],
  [types.tinyint, '"12"', '#12'],
  [types.tinyint, '"12abc"', '!whole number'],
  [types.tinyint, '""', '!whole number'],
  [types.tinyint, '" 7 "', '!whole number'],
  [types.tinyint, '1.0', '#1'],
  [types.tinyint, '"-1.000"', '#-1'],
  [types.tinyint, '-0.0', '#0'],
  [types.tinyint, '1.01', '!without fraction'],
  [types.tinyint, '"1."', '!whole number'],
  [types.tinyint, '"1.0.0"', '!whole number'],
  [types.tinyint, '128.0', '!from -128 to 127'],
  [types.tinyint, '1e2', '!without fraction or exponent'],
  [types.bigint, '9007199254740993.00', '#9007199254740993'],
  [types.year, '2024.0', '#2024'],
  [types.year, '0.0', '#0'],
  [types.bit(8), '255.0', '#255'],
  [types.tinyint, 'true', '!truth value'],
  [types.tinyint, '[1]', '!array'],
  [types.tinyint, '{"id":1}', '!object'],
  [types.tinyint, 'null', '!null'],
  [types.unsigned.tinyint, '255', '#255'],
  [types.unsigned.tinyint, '-1', '!from 0 to 255'],
  [types.bigint, '9223372036854775807', '#9223372036854775807'],
  [types.bigint, '9223372036854775808', '!whole number'],
  [types.bigint, '-9223372036854775808', '#-9223372036854775808'],
  [types.unsigned.bigint, '18446744073709551615', '#18446744073709551615'],
  [types.decimal(15, 5), '5.25', '#5.25'],
  [types.decimal(15, 5), '"5.250000"', '#5.25'],
  [types.decimal(15, 5), '1.000006', '!at most 10 digits before the point and 5 after it'],
  [types.decimal(15, 5), '9999999999.99999', '#9999999999.99999'],
  [types.decimal(15, 5), '10000000000', '!at most 10 digits'],
  [types.decimal(15, 5), '-0.00', '#0'],
  [types.decimal(15, 5), '"0007"', '#7'],
  [types.decimal(15, 5), '1e3', '!without exponent'],
  [types.decimal(15, 5), '"NaN"', '!decimal number'],
  [types.decimal(15, 5), '"Infinity"', '!decimal number'],
  [types.decimal(15, 5), '"5,0"', '!decimal number'],
  [types.decimal(15, 5), '".5"', '!decimal number'],
  [types.decimal(2, 2), '0.99', '#0.99'],
  [types.decimal(2, 2), '1', '!at most 0 digits before'],
  [types.unsigned.decimal(5, 2), '-0.01', '!not below 0'],
  [types.float, '19.6', '#19.6'],
  [types.float, '1234567.8', '!at most 6 significant digits'],
  [types.float, '123456000', '#123456000'],
  [types.float, '0.000123456', '#0.000123456'],
  [types.float, '1e-7', '#1e-7'],
  [types.float, '1e39', '!out of the range'],
  [types.float, '1e-45', '!out of the range'],
  [types.float, '0', '#0'],
  [types.float, '0.00000000', '#0'],
  [types.float, '-0.0', '#0'],
  [types.float, '1.50', '#1.5'],
  [types.float, '"nan"', '!must be a number'],
  [types.double, '0.30000000000000004', '#0.30000000000000004'],
  [types.double, '9007199254740993', '!more digits than a DOUBLE'],
  [types.double, '0.1000000000000000000001', '!more digits'],
  [types.double, '5.0e1', '#50'],
  [types.double, '1e400', '!out of the range'],
  [types.scaled.float(7, 2), '12345.6', '#12345.6'],
  [types.scaled.float(7, 2), '12.345', '!at most 5 digits before the point and 2 after it'],
  [types.scaled.float(7, 2), '1e2', '!without exponent'],
  [types.scaled.double(10, 3, 'unsigned'), '1234567.125', '#1234567.125'],
  [types.scaled.double(10, 3, 'unsigned'), '-1', '!not be below 0'],
  [types.scaled.double(10, 3), '0.0001', '!at most 7 digits'],
  [types.double, '1e-400', '!more digits'],
  [types.unsigned.double, '-1', '!below 0'],
  [types.varchar(5, 'utf8mb3'), '"hello"', 'hello'],
  [types.varchar(5, 'utf8mb3'), '"hello!"', '!at most 5 characters'],
  [types.varchar(5, 'utf8mb3'), '"ééééé"', 'ééééé'],
  [types.varchar(5, 'utf8mb3'), '"a😀"', '!utf8mb3, which has no "😀"'],
  [types.varchar(2, 'utf8mb4'), '"😀😀"', '😀😀'],
  [types.varchar(2, 'utf8mb4'), '"😀😀😀"', '!at most 2 characters'],
  [types.varchar(5, 'utf8mb4'), '"\\ud83d"', '!surrogate'],
  [types.varchar(5, 'utf8mb4'), '"a\\u0000b"', 'a\0b'],
  [types.varchar(5, 'utf8mb4'), '123.0', '123.0'],
  [types.varchar(5, 'utf8mb4'), 'true', '!truth value'],
  [types.varchar(5, 'utf8mb4'), '["a"]', '!array'],
  [types.varchar(5, 'utf8mb4'), '"a  "', 'a  '],
  [types.char(5, 'utf8mb4'), '"a "', '!must not end with a space'],
  [types.varchar(9, 'latin1'), '"Žluť"', '!latin1, which has no "ť"'],
  [types.varchar(9, 'latin1'), '"€ žéÿ"', '€ žéÿ'],
  [types.varchar(9, 'ascii'), '"é"', '!ascii'],
  [types.varchar(9, 'ucs2'), '"😀"', '!ucs2'],
  [types.tinytext('utf8mb3'), JSON.stringify('é'.repeat(127)), 'é'.repeat(127)],
  [types.tinytext('utf8mb3'), JSON.stringify('é'.repeat(128)), '!at most 255 bytes'],
  [types.tinytext('latin1'), JSON.stringify('é'.repeat(255)), 'é'.repeat(255)],
  [types.date, '"2014-04-16"', '2014-04-16'],
  [types.date, '"2014-02-29"', '!calendar'],
  [types.date, '"2016-02-29"', '2016-02-29'],
  [types.date, '"1900-02-29"', '!calendar'],
  [types.date, '"2014-04-16 10:00:00"', '!must be a date'],
  [types.date, '"16/04/2014"', '!must be a date'],
  [types.date, '20140416', '!must be a date'],
  [types.date, '" "', '!must be a date'],
  [types.timestamp(), '"  "', '!must be a date'],
  [types.datetime(), '"2014-04-16 01:11:45"', '2014-04-16 01:11:45'],
  [types.datetime(), '"2014-04-16T01:11:45"', '2014-04-16 01:11:45'],
  [types.datetime(), '"2014-04-16"', '2014-04-16'],
  [types.datetime(), '"2014-04-16T01:11:45Z"', '!time zone'],
  [types.datetime(), '"2014-04-16T01:11:45+02:00"', '!time zone'],
  [types.datetime(), '"2014-04-16 24:00:00"', '!no time of day'],
  [types.datetime(), '"2014-04-16 01:11:45.5"', '!no fraction'],
  [types.datetime(), '"2014-04-16 01:11:45.000"', '2014-04-16 01:11:45.000'],
  [types.datetime(3), '"2014-04-16 01:11:45.125"', '2014-04-16 01:11:45.125'],
  [types.datetime(3), '"2014-04-16 01:11:45.1255"', '!at most 3 digits'],
  [types.datetime(), '"0000-00-00 00:00:00"', '0000-00-00 00:00:00'],
  [types.datetime(), '"0000-01-01 00:00:00"', '!calendar'],
  [types.timestamp(), '"2038-01-19 03:14:07"', '2038-01-19 03:14:07'],
  [types.timestamp(), '"2039-01-01 00:00:00"', '!TIMESTAMP'],
  [types.timestamp(), '"1969-12-30 00:00:00"', '!TIMESTAMP'],
  [types.time(), '"-838:59:59"', '-838:59:59'],
  [types.time(), '"839:00:00"', '!time from'],
  [types.time(), '"10:60:00"', '!time from'],
  [types.year, '2024', '#2024'],
  [types.year, '24', '!from 1901 to 2155'],
  [types.year, '0', '#0'],
  [types.enumOf('t', 'f'), '"t"', 't'],
  [types.enumOf('t', 'f'), '"T"', '!"t", "f"'],
  [types.enumOf('t', 'f'), '1', '!"t", "f"'],
  [types.enumOf('t', 'f'), '""', '!"t", "f"'],
  [types.setOf('a', 'b'), '"a,b"', 'a,b'],
  [types.setOf('a', 'b'), '""', ''],
  [types.setOf('a', 'b'), '"a,c"', '!"a", "b"'],
  [types.bit(8), '255', '#255'],
  [types.bit(8), '256', '!from 0 to 255'],
  [types.bit(64), '18446744073709551615', '#18446744073709551615'],
  [types.json, '{"a":[9007199254740993,1.10,{"__proto__":1}]}', '{"a":[9007199254740993,1.10,{"__proto__":1}]}'],
  [types.json, '"text"', '"text"'],
  [types.uuid, '"123E4567-e89b-12d3-a456-426655440000"', '123E4567-e89b-12d3-a456-426655440000'],
  [types.uuid, '"123e4567"', '!must look like'],
  [types.inet4, '"192.0.2.256"', '!must look like'],
  [types.inet6, '"2001:db8::1"', '2001:db8::1'],
  [types.inet6, '"fe80::1%eth0"', '!must look like'],
  [types.blob, '"AAEC"', "x'000102'"],
  [types.blob, '"AAE"', '!base64'],
  [types.blob, '"AA EC"', '!base64'],
  [types.binary(3), '"AAEC"', "x'000102'"],
  [types.binary(4), '"AAEC"', '!exactly 4 bytes'],
  [types.varbinary(2), '"AAEC"', '!at most 2 bytes'],
  [types.opaque('point'), '"AAEC"', '!cannot be written'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), 'true', 't'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), 'false', 'f'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), '"t"', '!true or false'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), '"true"', '!true or false'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), '1', '!true or false'],
  [types.flag(types.varchar(3, 'utf8mb3'), 'Y', ''), 'false', ''],
  [types.flag(types.int, 1, 0), 'true', '#1'],
  [types.flag(types.int, 0, 1), 'true', '#0'],
  [types.flag(types.int, 1, 0), '1', '!true or false'],
  [types.flag(types.int, 1, 0), 'null', '!null'],
  [types.flag(types.enumOf('Y', 'N', '?'), 'Y', 'N'), 'false', 'N'],
  [types.flag(types.bit(1), 1, 0), 'true', '#1'],
]

describe('a value of a body is stored as it is or refused', () => {
  it.each(cases)('%o %s', (type, json, want) => {
    if (want.startsWith('!')) {
      expect(stored(type, json)?.toLowerCase()).toContain(want.slice(1).toLowerCase())
      expect(stored(type, json)).toMatch(/^!/)
    } else expect(stored(type, json)).toBe(want)
  })

  it('takes quadratic time for no number', () => {
    const long = `1.${'0'.repeat(1_000_000)}1`
    expect(stored(types.decimal(15, 5), `"${long}"`)).toMatch(/^!/)
    expect(stored(types.double, `"${long}"`)).toMatch(/^!/)
    expect(stored(types.bigint, `"${'9'.repeat(1_000_000)}"`)).toMatch(/^!/)
  })
})

describe('null', () => {
  it('is stored where the column takes it', () => {
    expect(parseBodyValue({ name: 'c', type: types.int, nullable: true }, null)).toBeNull()
    expect(parseBodyValue({ name: 'c', type: types.int }, null)).toBeInstanceOf(Refusal)
  })

  it('is the zero date where that is the default', () => {
    expect(parseBodyValue({ name: 'c', type: types.timestamp(), zeroDate: true }, null)).toBe('0000-00-00 00:00:00')
    expect(parseBodyValue({ name: 'c', type: types.date, blank: '0000-00-00' }, null)).toBe('0000-00-00')
    expect(parseBodyValue({ name: 'c', type: types.timestamp() }, null)).toBeInstanceOf(Refusal)
  })
})

describe('a text that the server would not compare', () => {
  it.each([
    [types.varchar(9, 'utf8mb4'), '😀', false],
    [types.varchar(9, 'utf8mb3'), 'é', false],
    [types.varchar(9, 'utf8mb3'), '😀', true],
    [types.varchar(9, 'latin1'), '€', false],
    [types.varchar(9, 'latin1'), '漢', true],
    [types.varchar(9, 'a-set-to-come'), 'a', false],
    [types.varchar(9, 'a-set-to-come'), 'é', true],
    [types.enumOf('t'), '%é', true],
    [types.setOf('t'), '%t', false],
  ])('%o %s', (type, text, want) => {
    expect(codecOf(type).isForeign?.(text)).toBe(want)
  })
})

describe('a flag', () => {
  it.each(['t', 'f', '1', 'True', 'TRUE', '', 'yes'])('takes true and false in a filter, and not %j', (text) => {
    const { fromText } = codecOf(types.flag(types.char(1, 'utf8mb3'), 't', 'f'))
    expect([fromText('true'), fromText('false')]).toEqual(['t', 'f'])
    expect(fromText(text)).toEqual(new Refusal('Must be true or false.'))
  })

  it('left out is stored as the blank of its column', () => {
    expect(blankValue({ name: 'c', type: types.flag(types.int, 1, 0) }, '0')).toEqual(new NumericLiteral('0'))
    expect(blankValue({ name: 'c', type: types.flag(types.varchar(1, 'utf8mb3'), 'Y', '') }, '')).toBe('')
  })

  it('cannot be of values that its column never holds', () => {
    expect(() => codecOf(types.flag(types.enumOf('Y', 'N'), 't', 'f'))).toThrow('A flag cannot be "t" or "f"')
  })
})

describe('the text of a filter', () => {
  it('may be out of the range that can be stored', () => {
    expect(codecOf(types.tinyint).fromText('99999999999')).toEqual(new NumericLiteral('99999999999'))
    expect(codecOf(types.varchar(2, 'utf8mb3')).fromText('longer')).toBe('longer')
    expect(codecOf(types.varchar(2, 'utf8mb3')).fromText('😀')).toBe('😀')
    expect(codecOf(types.decimal(5, 2)).fromText('0.12345')).toEqual(new NumericLiteral('0.12345'))
  })
})
