import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src/db/db.ts'
import * as types from '../../../src/resources/column-types.ts'
import type { Column, ColumnType } from '../../../src/resources/resource.ts'
import { makeRowWriter } from '../../../src/resources/row-writer.ts'
import { compileSerializer } from '../../../src/resources/serializer.ts'
import { rowPacket } from '../../helpers/packet.ts'

const cases: readonly [type: ColumnType, cell: Cell, json: string][] = [
  [types.int, 5, '5'],
  [types.int, '5', '5'],
  [types.int, null, 'null'],
  [types.bigint, '9007199254740993', '9007199254740993'],
  [types.unsigned.bigint, '00000000000000000042', '42'],
  [types.unsigned.bigint, '00000000000000000000', '0'],
  [types.decimal(15, 5), '5.00000', '5.00000'],
  [types.decimal(15, 5), '-0.00001', '-0.00001'],
  [types.unsigned.decimal(6, 2), '0012.50', '12.50'],
  [types.unsigned.decimal(6, 2), '0.50', '0.50'],
  [types.float, 19.6, '19.6'],
  [types.float, '1e-07', '1e-7'],
  [types.float, '1.50', '1.5'],
  [types.float, '-0', '0'],
  [types.float, '0.000001', '0.000001'],
  [types.float, '0.0000001', '1e-7'],
  [types.float, '-12.25', '-12.25'],
  [types.double, '1.7976931348623157e308', '1.7976931348623157e308'],
  [types.varchar(50, 'utf8mb4'), 'say "é"\n\u2028\0', '"say \\"é\\"\\n\u2028\\u0000"'],
  [types.timestamp(), '2014-04-16 01:11:45', '"2014-04-16 01:11:45"'],
  [types.timestamp(), '0000-00-00 00:00:00', 'null'],
  [types.datetime(3), '0000-00-00 00:00:00.000', 'null'],
  [types.date, '0000-00-00', 'null'],
  [types.date, '0001-00-00', '"0001-00-00"'],
  [types.time(), '-12:00:00', '"-12:00:00"'],
  [types.year, 0, '0'],
  [types.year, '0000', '0'],
  [types.enumOf('a"b'), 'a"b', '"a\\"b"'],
  [types.bit(64), Buffer.from('ffffffffffffffff', 'hex'), '18446744073709551615'],
  [types.bit(1), Buffer.from([1]), '1'],
  [types.json, '{"a": 1.10}', '{"a": 1.10}'],
  [types.json, 'broken', '"broken"'],
  [types.blob, Buffer.from([0, 1, 2]), '"AAEC"'],
  [types.opaque('point'), Buffer.from([0, 1, 2]), '"AAEC"'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), 't', 'true'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), 'f', 'false'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), 'T', '"T"'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), '', '""'],
  [types.flag(types.char(1, 'utf8mb3'), 't', 'f'), null, 'null'],
  [types.flag(types.char(9, 'utf8mb3'), 't', 'f'), 'true', '"true"'],
  [types.flag(types.unsigned.int, 1, 0), '0000000001', 'true'],
  [types.flag(types.unsigned.int, 1, 0), '0000000000', 'false'],
  [types.flag(types.unsigned.int, 1, 0), '0000000042', '42'],
  [types.flag(types.int, 1, 0), 1, 'true'],
  [types.flag(types.int, 1, 0), -1, '-1'],
  [types.flag(types.enumOf('Y', 'N'), 'Y', 'N'), '', '""'],
  [types.flag(types.bit(1), 1, 0), Buffer.from([1]), 'true'],
  [types.flag(types.bit(8), 1, 0), Buffer.from([2]), '2'],
]

describe('a cell becomes JSON', () => {
  it.each(cases)('%o %o', (type, cell, json) => {
    const text = compileSerializer([{ name: 'c', type }])([cell])
    expect(text).toBe(`{"c":${json}}`)
    expect(() => JSON.parse(text)).not.toThrow()
  })

  it.each(cases)('%o %o, from its packet', (type, cell, json) => {
    expect(written([{ name: 'c', type }], [cell])).toBe(`{"c":${json}}`)
  })
})

function written(columns: readonly Column[], cells: readonly Cell[]): string {
  const writer = makeRowWriter(columns)
  const packet = rowPacket(cells)
  const room = writer.room(packet.length)
  const to = Buffer.alloc(7 + room + 1, 0xaa)
  const end = writer.write(Buffer.concat([Buffer.from('.'), packet]), 1, 1 + packet.length, to, 7)
  expect(end).toBeLessThanOrEqual(7 + room)
  expect(to[end]).toBe(0xaa)
  return to.toString('utf8', 7, end)
}

describe('a row from its packet', () => {
  const text = (length: number): string => 'x'.repeat(length)

  it.each([0, 1, 63, 64, 65, 250, 251, 252, 65_535, 65_536, 70_000])('has a text of %i bytes', (length) => {
    const columns = ['a', 'b', 'c'].map((name) => ({ name, type: types.text('utf8mb4') }))
    expect(JSON.parse(written(columns, ['before', text(length), 'after']))).toEqual({
      a: 'before',
      b: text(length),
      c: 'after',
    })
  })

  it('has the room it asks for when every byte becomes six', () => {
    const controls = '\u0001'.repeat(1000)
    expect(written([{ name: 'c', type: types.text('utf8mb4') }], [controls])).toBe(JSON.stringify({ c: controls }))
  })

  it('is what the serializer makes of its values', () => {
    const kinds: readonly [ColumnType, fc.Arbitrary<Cell>][] = [
      [types.varchar(50, 'utf8mb4'), fc.string({ unit: 'grapheme', maxLength: 300 })],
      [types.varchar(50, 'utf8mb4'), fc.string({ unit: 'binary-ascii', maxLength: 80 })],
      [types.bigint, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)],
      [
        types.unsigned.decimal(30, 5),
        fc.tuple(fc.nat(), fc.nat(99_999)).map(([a, b]) => `000${a}.${String(b).padStart(5, '0')}`),
      ],
      [types.float, fc.stringMatching(/^-?(0{0,2}|[1-9])\d{1,8}(\.0{0,7}\d{1,9}0?)?$/)],
      [types.float, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)],
      [types.timestamp(), fc.constantFrom('0000-00-00 00:00:00', '0001-01-01 00:00:00', '2014-04-16 01:11:45')],
      [types.blob, fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))],
      [types.json, fc.json({ maxDepth: 2 })],
      [types.json, fc.string({ unit: 'binary-ascii' })],
      [types.bit(64), fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => Buffer.from(bytes))],
      [types.flag(types.unsigned.int, 1, 0), fc.constantFrom('0000000001', '0000000000', '0000000042')],
      [types.enumOf('a"b'), fc.constantFrom('a"b', '')],
      [types.uuid, fc.uuid()],
    ]
    const columns = kinds.map(([type], index) => ({ name: `é"${index}`, type }))
    const row = fc.tuple(...kinds.map(([, cell]) => fc.option(cell, { nil: null })))
    fc.assert(
      fc.property(row, (cells) => {
        expect(written(columns, cells)).toBe(compileSerializer(columns)(cells))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['fewer values', ['a']],
    ['more values', ['a', 'b', 'c']],
  ])('is refused when it has %s than were selected', (_, cells) => {
    const columns = ['a', 'b'].map((name) => ({ name, type: types.text('utf8mb4') }))
    expect(() => written(columns, cells)).toThrow('more or fewer values')
  })
})

describe('names', () => {
  it('stand in the code as strings only', () => {
    const names = ['a"b', "it's", '`${process.exit(1)}`', '\\', '\u2028', '__proto__', '*/ x']
    const columns = names.map((name) => ({ name, type: types.int }))
    const text = compileSerializer(columns)(names.map((_, index) => index))
    expect(text).toBe(`{${names.map((name, index) => `${JSON.stringify(name)}:${index}`).join(',')}}`)
  })

  it('are the ones of the wire', () => {
    expect(compileSerializer([{ name: 'card_id', field: 'card', type: types.int }])([7])).toBe('{"card":7}')
  })
})
