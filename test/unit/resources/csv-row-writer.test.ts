import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src/db/db.ts'
import * as types from '../../../src/resources/column-types.ts'
import { makeCsvRowWriter } from '../../../src/resources/csv-row-writer.ts'
import type { Column, ColumnType } from '../../../src/resources/resource.ts'
import { compileSerializer } from '../../../src/resources/serializer.ts'
import { readCsv, storedText } from '../../helpers/csv.ts'
import { rowPacket } from '../../helpers/packet.ts'

const text = types.varchar(50, 'utf8mb4')
const yesNo = types.flag(types.char(1, 'utf8mb3'), 't', 'f')

const cases: readonly [type: ColumnType, cell: Cell, field: string][] = [
  [types.int, -5, '-5'],
  [types.int, null, ''],
  [types.bigint, '-9007199254740993', '-9007199254740993'],
  [types.unsigned.bigint, '00000000000000000042', '42'],
  [types.unsigned.bigint, '00000000000000000000', '0'],
  [types.decimal(15, 5), '-1.50000', '-1.50000'],
  [types.unsigned.decimal(6, 2), '0000.50', '0.50'],
  [types.float, '-1e-07', '-1e-7'],
  [types.double, '-1.7976931348623157e+308', '-1.7976931348623157e+308'],
  [text, '', '""'],
  [text, null, ''],
  [text, 'plain', 'plain'],
  [text, ' spaces ', ' spaces '],
  [text, 'say "é"', '"say ""é"""'],
  [text, 'a,b', '"a,b"'],
  [text, 'a\nb', '"a\nb"'],
  [text, 'a\r\nb', '"a\r\nb"'],
  [text, '=1+1', "'=1+1"],
  [text, '=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  [text, '+15551234567', "'+15551234567"],
  [text, '-1.5', "'-1.5"],
  [text, '@SUM(A1)', "'@SUM(A1)"],
  [text, '\t=1', "'\t=1"],
  [text, '\r=1', `"'\r=1"`],
  [text, '\n=1', `"'\n=1"`],
  [text, '＝1', "'＝1"],
  [text, '１', '１'],
  [text, "'", "'"],
  [text, "'quoted'", "'quoted'"],
  [text, "'=1", "''=1"],
  [text, "''=1", "'''=1"],
  [text, 'a=1', 'a=1'],
  [types.enumOf('-', '='), '=', "'="],
  [types.setOf('a', 'b'), 'a,b', '"a,b"'],
  [types.timestamp(), '2014-04-16 01:11:45', '2014-04-16 01:11:45'],
  [types.timestamp(), '0000-00-00 00:00:00', ''],
  [types.datetime(3), '0000-00-00 00:00:00.000', ''],
  [types.date, '0001-00-00', '0001-00-00'],
  [types.time(), '-12:00:00', '-12:00:00'],
  [types.year, '0000', '0'],
  [types.uuid, '123e4567-e89b-12d3-a456-426614174000', '123e4567-e89b-12d3-a456-426614174000'],
  [types.bit(64), Buffer.from('ffffffffffffffff', 'hex'), '18446744073709551615'],
  [types.json, '{"a": 1.10}', '"{""a"": 1.10}"'],
  [types.json, '"=1"', '"""=1"""'],
  [types.json, '-5', '-5'],
  [types.json, 'null', 'null'],
  [types.json, '=broken', '"""=broken"""'],
  [types.blob, Buffer.from([0xfb, 0xff]), '+/8='],
  [types.blob, Buffer.of(), '""'],
  [types.opaque('point'), Buffer.from([0, 1, 2]), 'AAEC'],
  [yesNo, 't', 'true'],
  [yesNo, 'f', 'false'],
  [yesNo, '=', "'="],
  [yesNo, '', '""'],
  [types.flag(types.int, 1, 0), -1, '-1'],
  [types.flag(types.bit(8), 1, 0), Buffer.from([2]), '2'],
]

describe('a cell becomes a field', () => {
  it.each(cases)('%o %o', (type, cell, field) => {
    expect(written([{ name: 'c', type }], [cell])).toBe(`${field}\r\n`)
  })

  it.each(cases)('%o %o, from a row that was read the ordinary way', (type, cell, field) => {
    expect(makeCsvRowWriter([{ name: 'c', type }]).fromCells([cell])).toBe(`${field}\r\n`)
  })
})

describe('a file', () => {
  it('begins with the names of the wire, in quotes where they need them', () => {
    const names = ['id', 'a,b', 'say "x"', '=1', 'é']
    const columns = [
      ...names.map((name) => ({ name, type: types.int })),
      { name: 'card_id', field: 'card', type: text },
    ]
    expect(makeCsvRowWriter(columns).head).toBe('id,"a,b","say ""x""",=1,é,card\r\n')
  })

  it.each([0, 1, 63, 64, 65, 250, 251, 252, 65_535, 65_536, 70_000])('has texts of %i bytes', (length) => {
    const columns = ['a', 'b', 'c'].map((name) => ({ name, type: types.text('utf8mb4') }))
    const cells = ['before', 'x'.repeat(length), 'after']
    expect(readCsv(written(columns, cells))).toEqual([cells])
    expect(makeCsvRowWriter(columns).fromCells(cells)).toBe(written(columns, cells))
  })

  it.each([
    ['quotes', text, '"'.repeat(1000)],
    ['controls in what is no JSON', types.json, '\u0001'.repeat(1000)],
    ['quotes in what is no JSON', types.json, '"'.repeat(1000)],
    ['formulas', text, '＝'.repeat(300)],
  ])('has the room it asks for: %s', (_, type, cell) => {
    expect(() => written([{ name: 'c', type }], [cell])).not.toThrow()
  })

  it('gives any text back, after one apostrophe before a formula', () => {
    const sign = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '＝', 'a', 'é', '😀')
    const any = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(sign).map((signs) => signs.join('')),
    )
    const columns = ['a', 'b', 'c'].map((name) => ({ name, type: text }))
    fc.assert(
      fc.property(fc.tuple(any, any, any), (cells) => {
        const [fields = []] = readCsv(written(columns, cells))
        for (const field of fields) expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(fields.map(storedText)).toEqual(cells)
      }),
      { numRuns: 500 },
    )
  })

  it('has the values of the JSON', () => {
    const columns = cases.map(([type], index) => ({ name: `c${index}`, type }))
    const cells = cases.map(([, cell]) => cell)
    const json = Object.values(JSON.parse(compileSerializer(columns)(cells)) as object)
    const [fields = []] = readCsv(written(columns, cells))
    expect(fields.length).toBe(json.length)
    for (const [index, [{ kind }, cell]] of cases.entries()) {
      const field = storedText(fields[index] ?? null)
      const isBare = kind === 'json' || ['number', 'boolean'].includes(typeof json[index])
      const value = isBare && field !== null ? JSON.parse(field) : field
      expect(value, `${kind} ${String(cell)}`).toEqual(json[index])
    }
  })

  it.each([
    ['fewer values', ['a']],
    ['more values', ['a', 'b', 'c']],
  ])('is not made of a row that has %s than were selected', (_, cells) => {
    const columns = ['a', 'b'].map((name) => ({ name, type: text }))
    expect(() => written(columns, cells)).toThrow('more or fewer values')
  })
})

function written(columns: readonly Column[], cells: readonly Cell[]): string {
  const writer = makeCsvRowWriter(columns)
  const packet = rowPacket(cells)
  const room = writer.room(packet.length)
  const to = Buffer.alloc(7 + room + 1, 0xaa)
  const end = writer.write(Buffer.concat([Buffer.from('.'), packet]), 1, 1 + packet.length, to, 7)
  expect(end).toBeLessThanOrEqual(7 + room)
  expect(to[end]).toBe(0xaa)
  return to.toString('utf8', 7, end)
}
