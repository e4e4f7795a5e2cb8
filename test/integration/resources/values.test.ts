/**
 * What is stored is read back as it was given, or nothing is stored: boundary values of every type, on both engines,
 * whatever sql_mode the server was started with.
 */
import { admin, apiOn, from } from '../../helpers/callers.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import { ApiError } from '../../../src/errors.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import type { Api } from '../../../src/resources/api.ts'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { PrivateServer } from '../../../scripts/mariadb/server.ts'
import { describeDatabase, startTestServer } from '../../helpers/mariadb.ts'
import { buildTables, type Engine, everyType } from './every-type.ts'
import * as single from '../../../src/resources/read-row.ts'
import * as writes from '../../../src/resources/rows.ts'
import { createRow, listRows, readRow, textOf, updateRowByKey } from '../../helpers/rows.ts'

/** Column, JSON given, JSON read back where it is written differently. */
const KEPT: readonly [column: string, given: string, readBack?: string][] = [
  ['ti', '-128'],
  ['ti', '127'],
  ['ti', '"12"', '12'],
  ['tu', '255'],
  ['tu', '7'],
  ['si', '-32768'],
  ['si', '32767'],
  ['mi', '-8388608'],
  ['mi', '8388607'],
  ['ii', '-2147483648'],
  ['ii', '2147483647'],
  ['iu', '4294967295'],
  ['bi', '9223372036854775807'],
  ['bi', '-9223372036854775808'],
  ['bi', '9007199254740993'],
  ['bu', '18446744073709551615'],
  ['bu', '42'],
  ['bu', '0'],
  ['de', '9999999999.99999'],
  ['de', '-9999999999.99999'],
  ['de', '0.00001'],
  ['de', '5', '5.00000'],
  ['de', '"5.250000"', '5.25000'],
  ['dz', '1.5', '1.50'],
  ['dz', '0', '0.00'],
  ['fl', '19.6'],
  ['fl', '-0.1'],
  ['fl', '123456'],
  ['fl', '1234560', '1234560'],
  ['fl', '3.40282e38', '3.40282e+38'],
  ['fl', '1.1755e-38'],
  ['fz', '1.5'],
  ['fs', '12345.6', '12345.6'],
  ['fs', '-0.25', '-0.25'],
  ['du', '0.30000000000000004'],
  ['du', '9.876543210123456'],
  ['du', '1.7976931348623157e308'],
  ['du', '5e-324'],
  ['vc', '"12345678901234567890"'],
  ['vc', '"naïve — Ж 漢"'],
  ['vc', '"trailing  "'],
  ['vc', '""'],
  ['vc', '123', '"123"'],
  ['vc', '"x\' or 1=1 -- "'],
  ['vc', '"\\\\\\\\\' \\\\"'],
  ['vc', '"a\\u0000b\\u001a\\n\\r\\t\\u0008\\"`%_"'],
  ['v4', '"😀😀"'],
  ['vl', '"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0¡ÿ"'],
  ['vl', '"\u0081\u008d\u008f\u0090\u009d"'],
  ['va', '"~"'],
  ['vu', '"漢\uffff"'],
  ['ch', '"abc"'],
  ['ch', '" ab"'],
  ['tt', JSON.stringify('é'.repeat(127))],
  ['mt', JSON.stringify('漢'.repeat(30_000))],
  ['da', '"2016-02-29"'],
  ['da', '"9999-12-31"'],
  ['da', '"0001-01-01"'],
  ['da', '"0000-00-00"', 'null'],
  ['dt', '"2014-04-16T01:11:45.125"', '"2014-04-16 01:11:45.125"'],
  ['dt', '"2014-04-16"', '"2014-04-16 00:00:00.000"'],
  ['dt', '"0000-00-00 00:00:00"', 'null'],
  ['d6', '"9999-12-31 23:59:59.999999"'],
  ['ts', '"2014-04-16 01:11:45"'],
  ['ts', '"2038-01-19 03:14:07"'],
  ['ts', '"1970-01-01 00:00:01"'],
  ['tm', '"-838:59:59"'],
  ['tm', '"9:05:00"', '"09:05:00"'],
  ['yr', '2155'],
  ['yr', '0'],
  ['en', '"f"'],
  ['en', '1', '"1"'],
  ['se', '"b,a"', '"a,b"'],
  ['se', '""'],
  ['bt', '18446744073709551615'],
  ['bt', '0'],
  ['js', '{"a":[9007199254740993,1.10,null]}'],
  ['js', '"text"'],
  ['uu', '"123e4567-e89b-12d3-a456-426655440000"'],
  ['i6', '"2001:db8::1"'],
  ['i4', '"192.0.2.255"'],
  ['vb', '"AAAA"'],
  ['bl', '"AP+AJ1wn"'],
  ['bl', '""'],
  ['bn', '"AAEC"'],
  ...['ft', 'fi', 'fe', 'fb'].flatMap((column): [string, string][] => [
    [column, 'true'],
    [column, 'false'],
  ]),
  ['jt', '{"a":[9007199254740993,"é"]}'],
  ['jt', '""'],
  ['select', '1'],
  ["it's `odd`?", '1'],
  ['__proto__', '1'],
  ['constructor', '1'],
  ['ti', '1.0', '1'],
  ['bu', '"18446744073709551615.000"', '18446744073709551615'],
  ['zero', 'null'],
  ['zero', '"2014-04-16 01:11:45"'],
]

const REFUSED: readonly [column: string, given: string][] = [
  ['ti', '128'],
  ['si', '32768'],
  ['mi', '-8388609'],
  ['ii', '2147483648'],
  ['fs', '0.125'],
  ['vb', '"AAAAAA=="'],
  ['i4', '"192.0.2.256"'],
  ['bu', '18446744073709551616'],
  ['ii', '"12abc"'],
  ['de', '1.000006'],
  ['de', '10000000000'],
  ['dz', '-1'],
  ['fl', '1234567.8'],
  ['du', '9007199254740993'],
  ['vc', '"123456789012345678901"'],
  ['vc', '"😀"'],
  ['vl', '"漢"'],
  ['va', '"é"'],
  ['ch', '"ab "'],
  ['tt', JSON.stringify('é'.repeat(128))],
  ['da', '"2014-02-29"'],
  ['ts', '"2038-01-20 12:00:00"'],
  // Within the day around a TIMESTAMP's end, where the server judges.
  ['ts', '"2038-01-20 00:00:00"'],
  ['ts', '"1970-01-01 00:00:00"'],
  ['en', '"x"'],
  ['ft', '"t"'],
  ['ft', '"true"'],
  ['fi', '1'],
  ['fe', '"yes"'],
  ['fb', '0'],
  // JSON in a text column has the column's limits, which the server holds it to.
  ['jt', JSON.stringify('x'.repeat(254))],
  ['jt', '"😀"'],
  ['bn', '"AAE="'],
  ['po', '"AAE="'],
]

const STRICT = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO'

describeDatabase.each<[Engine, string]>([
  ['MyISAM', ''],
  ['InnoDB', ''],
  ['MyISAM', STRICT],
  ['InnoDB', STRICT],
  ['MyISAM', 'NO_BACKSLASH_ESCAPES'],
  ['InnoDB', 'NO_BACKSLASH_ESCAPES'],
])('values in %s on a server in mode "%s"', (engine, sqlMode) => {
  let server: PrivateServer
  let api: Api
  beforeAll(async () => {
    server = await startTestServer({ sqlMode })
    const root = await createConnection(server.url('mysql'))
    await root.query('create database values_test character set utf8mb4')
    const [[found]] = await root.query<RowDataPacket[]>('select @@global.sql_mode as mode')
    expect(found?.['mode'].split(',').sort()).toEqual(sqlMode.split(',').sort())
    await root.end()
    const url = server.url('values_test')
    api = apiOn(openDb({ url, timeZone: '+00:00' }), new Map([['everytype', everyType]]))
    await buildTables(url, engine)
  })
  beforeEach(() => api.db.write({ sql: 'truncate every_type', parameters: [] }))
  afterAll(async () => {
    await api.db.close()
    await server.stop()
  })

  const write = (json: string) => createRow(api, everyType, from(admin), parseExactJson(json))

  it.each(KEPT)('%s keeps %s', async (column, given, readBack = given) => {
    const member = `${JSON.stringify(column)}:${given}`
    const created = await write(`{${member}}`)
    expect(created).toContain(`${JSON.stringify(column)}:${canonical(readBack)}`)
    expect(() => JSON.parse(created)).not.toThrow()
    expect(await readRow(api, everyType, admin, '1')).toBe(created)

    await write('{}')
    const updated = await updateRowByKey(api, everyType, from(admin), '2', parseExactJson(`{${member}}`))
    expect(updated).toBe(created.replace('{"id":1,', '{"id":2,'))
  })

  it.each(KEPT)('%s is in the tag of a row, which is the same for as long as it keeps %s', async (column, given) => {
    const body = parseExactJson(`{${JSON.stringify(column)}:${given}}`)
    const empty = await writes.createRow(api, everyType, from(admin), {})
    const tagged = ({ tag = '' }: { readonly tag?: string }) => [{ text: tag, isWeak: false }]
    const change = (row: { readonly tag?: string }) =>
      writes.updateRowByKey(api, everyType, from(admin), '1', body, tagged(row))
    const changed = await change(empty)
    const read = await single.readRow(api, everyType, admin, '1')
    expect(read.tag).toBe(changed.tag)
    if (textOf(changed.json) === textOf(empty.json)) expect(changed.tag).toBe(empty.tag)
    else await expect(change(empty)).rejects.toMatchObject({ code: 'precondition_failed' })
    expect((await change(read)).tag).toBe(read.tag)
    await writes.removeRow(api, everyType, from(admin), '1', tagged(read))
    expect(await listRows(api, everyType, admin, '')).toContain('"objects":[]')
  })

  it.each(REFUSED)('%s refuses %s and stores nothing', async (column, given) => {
    await write('{}')
    const before = await listRows(api, everyType, admin, '')
    const body = `{"ii":5,${JSON.stringify(column)}:${given}}`
    for (const attempt of [
      write,
      (json: string) => updateRowByKey(api, everyType, from(admin), '1', parseExactJson(json)),
    ]) {
      const error: unknown = await attempt(body).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ApiError)
      expect(error).toMatchObject({ code: 'invalid_value', errors: [{ pointer: `/${column}` }] })
    }
    expect(await listRows(api, everyType, admin, '')).toBe(before)
  })

  it('shows bytes of a type it does not read', async () => {
    await api.db.write({ sql: 'insert into every_type (po) values (point(1, 2))', parameters: [] })
    expect(JSON.parse(await readRow(api, everyType, admin, '1')).po).toBe('AAAAAAEBAAAAAAAAAAAA8D8AAAAAAAAAQA==')
  })

  describe('are found', () => {
    it.each([
      ['fl', '19.6', 'fl=19.6'],
      ['fl', '-0.1', 'fl=-0.1'],
      ['fl', '1.1755e-38', 'fl__gte=1.1755e-38'],
      ['du', '0.30000000000000004', 'du=0.30000000000000004'],
      ['bi', '9007199254740993', 'bi=9007199254740993'],
      ['de', '0.1', 'de=0.10'],
      ['bt', '18446744073709551615', 'bt=18446744073709551615'],
      ['en', '"1"', 'en=1'],
      ['bl', '"AP+AJ1wn"', 'bl=AP%2BAJ1wn'],
      ['uu', '"123e4567-e89b-12d3-a456-426655440000"', 'uu=123E4567-e89b-12d3-a456-426655440000'],
      ['dt', '"2014-04-16 01:11:45.125"', 'dt=2014-04-16T01:11:45.125'],
      ['dt', '"2014-04-16 01:11:45.125"', 'dt__startswith=2014-04'],
      ['da', '"2014-04-16"', 'da__between=2014-04-16,2014-04-17'],
      ['ii', '1234', 'ii__startswith=12'],
      ['js', '{"a":"b"}', 'js__contains="b"'],
      ['vc', '"50%_\\\\x"', 'vc__contains=%25_%5C'],
      ['vc', '"Straße"', 'vc__icontains=STRAß'],
      ['vc', '"ÉCOLE"', 'vc__ilike=école'],
      ['vc', '"Abc"', 'vc__iregexp=^a\\D'],
      ['tm', '"10:00:00"', 'tm__lt=10:00:01'],
      ['yr', '2024', 'yr=2024'],
      ['ft', 'true', 'ft=true'],
      ['ft', 'false', 'ft__ne=true'],
      ['fi', 'false', 'fi__in=false'],
      ['fe', 'true', 'fe__not_in=false'],
      ['fb', 'true', 'fb=true'],
      ['jt', '{"a":"b"}', 'jt__contains="b"'],
      ['se', '"a,b"', 'se=a,b'],
      ['__proto__', '1', '__proto__=1&ordering=__proto__'],
      ['fl', '19.6', 'fl__lt=1e300'],
      ['du', '0.5', `du__lt=1${'0'.repeat(97)}`],
      ['du', '1e98', `du=1${'0'.repeat(98)}`],
      ['vc', '"a"', 'vc__in=a,😀'],
      ['vc', '"a"', 'vc__lt=😀'],
      ['vl', '"a"', 'vl__regexp=^a|漢'],
      ['en', '"t"', 'en__regexp=^t|漢'],
    ])('%s %s by %s', async (column, given, query) => {
      await write(`{"ti":1,${JSON.stringify(column)}:${given}}`)
      await write('{"ti":2}')
      expect(await idsOf(query)).toEqual([1])
      expect(await idsOf(`${query}&ti=2`)).toEqual([])
    })

    it.each([
      ['vc', '"Abc"', 'vc__contains=abc'],
      ['vc', '"Abc"', 'vc__like=abc'],
      ['vc', '"5000"', 'vc__contains=50%25'],
      ['vc', '"Abc"', 'vc__regexp=^a'],
      ['fl', '19.6', 'fl=19.61'],
      // To utf8mb4_general_ci every character of four bytes is like this one.
      ['vc', '"\ufffd"', 'vc=😀'],
      ['bi', '9223372036854775807', 'bi=9223372036854775808'],
    ])('%s %s not by %s', async (column, given, query) => {
      await write(`{${JSON.stringify(column)}:${given}}`)
      expect(await idsOf(query)).toEqual([])
    })

    it.each([
      ['vc', '😀'],
      ['ch', '😀'],
      ['tt', '😀'],
      ['vl', '漢'],
      ['va', 'é'],
      ['vu', '😀'],
    ])('%s by %s never, and all rows without it', async (column, text) => {
      await write(`{"${column}":"a"}`)
      const operators = 'eq in gt like ilike contains icontains startswith endswith regexp iregexp'.split(' ')
      for (const operator of operators) expect(await idsOf(`${column}__${operator}=${text}`)).toEqual([])
      expect(await idsOf(`${column}__between=${text},${text}`)).toEqual([])
      for (const query of [`${column}__ne`, `${column}__not_in`, `-${column}`, `-${column}__contains`]) {
        expect(await idsOf(`${query}=${text}`)).toEqual([1])
      }
    })

    it.each(['zero', 'da', 'dt', 'd6', 'ts'])('zero dates of %s by no comparison, like null', async (column) => {
      await write(`{"${column}":"0000-00-00"}`)
      await write(`{"${column}":"2014-04-16"}`)
      if (column !== 'zero') await write(`{"${column}":null}`)
      const without = column === 'zero' ? [1] : [1, 3]
      for (const test of ['lt=2025-01-01', 'lte=2025-01-01', 'ne=2013-01-01', 'not_in=2013-01-01', 'gt=2013-01-01']) {
        expect(await idsOf(`${column}__${test}`)).toEqual([2])
        expect(await idsOf(`-${column}__${test}`)).toEqual(without)
      }
      expect(await idsOf(`${column}__like=%250%25`)).toEqual([2])
      expect(await idsOf(`${column}__regexp=^0`)).toEqual([])
      expect(await idsOf(`${column}__is_null=true`)).toEqual(without)
      expect(await idsOf(`-${column}__is_null=false`)).toEqual(without)
      expect(await idsOf(`-${column}__is_not=none`)).toEqual(without)
      expect(await idsOf(`${column}__is_null=false`)).toEqual([2])
      expect(await idsOf(`${column}=0000-00-00`)).toEqual([1])
      expect(await idsOf(`${column}__in=0000-00-00,2014-04-16`)).toEqual([1, 2])
      expect(await idsOf(`${column}__ne=0000-00-00`)).toEqual([2])
    })

    it('by a negated filter, the rows that the filter leaves out', async () => {
      await write('{"ii":1}')
      await write('{"ii":2}')
      await write('{"ii":null}')
      expect(await idsOf('-ii=1')).toEqual([2, 3])
      expect(await idsOf('ii__ne=1')).toEqual([2])
      expect(await idsOf('-ii__ne=1')).toEqual([1, 3])
      expect(await idsOf('-ii=1&-ii=2')).toEqual([3])
      expect(await idsOf('-ii__ne=1&-ii__ne=2&ii__is_null=false')).toEqual([1, 2])
      expect(await idsOf('ii=1&ii__eq=2')).toEqual([1, 2])
    })

    it.each(['fl=1e400', 'du=-1e400', 'du__in=1,1e400', 'fl__between=0,1e309'])(
      'nothing by %s, which is no number to the server',
      async (query) => {
        await expect(idsOf(query)).rejects.toMatchObject({ code: 'invalid_parameter' })
      },
    )

    it.each(['zero', 'da', 'dt'])('zero dates of %s as null', async (column) => {
      const zero = column === 'da' ? '0000-00-00' : '0000-00-00 00:00:00'
      await write(`{"${column}":"${zero}"}`)
      await write(`{"${column}":"2014-04-16"}`)
      expect(await idsOf(`${column}__is_null=true`)).toEqual([1])
      expect(await idsOf(`${column}__is=none`)).toEqual([1])
      expect(await idsOf(`${column}__is_null=false`)).toEqual([2])
      expect(await idsOf(`-${column}__is_null=true`)).toEqual([2])
      if (column !== 'zero') {
        await write(`{"${column}":null}`)
        expect(await idsOf(`${column}__is_null=true`)).toEqual([1, 3])
      }
    })
  })

  async function idsOf(query: string): Promise<number[]> {
    const list: { objects: { id: number }[] } = JSON.parse(await listRows(api, everyType, admin, query))
    return list.objects.map(({ id }) => id)
  }
})

/** Strings as `JSON.stringify` writes them; numbers as they are. */
function canonical(json: string): string {
  return json.startsWith('"') ? JSON.stringify(JSON.parse(json)) : json
}
