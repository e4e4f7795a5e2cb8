/** Values at the edges of their types: kept to the last sign, or refused. */
import { describe, expect, it } from 'vitest'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { type Row, useHardCases } from './hard-cases.ts'

describeDatabase('the hard cases', () => {
  const hard = useHardCases('values')
  const { ask, list, create, resource } = hard

  describe('values', () => {
    it.each([
      ['numbers', '"ti":-128,"tu":255,"tz":7,"flag":-1,"si":-32768,"mu":16777215,"iu":4294967295,"iz":42'],
      ['numbers', '"bi":-9223372036854775808,"bu":18446744073709551615,"bz":18446744073709551615'],
      [
        'numbers',
        `"de":-9999999999.99999,"du":${'9'.repeat(35)}.${'9'.repeat(30)},"dz":9999.99,"d0":${'9'.repeat(20)}`,
      ],
      ['numbers', '"dall":0.99999,"fl":-3.40282e+38,"fs":0.01,"fu":0,"db":5e-324,"dbs":9999999.999,"rl":0.1'],
      ['bits', '"b1":1,"b7":127,"b8":255,"b9":511,"b53":9007199254740991,"b54":18014398509481983'],
      ['bits', '"b63":9223372036854775807,"b64":18446744073709551615,"set_bit":10'],
      [
        'moments',
        '"da":"9999-12-31","dt":"0001-01-01 00:00:00","d3":"2026-01-31 10:30:00.001","d6":"2026-01-31 10:30:00.000001"',
      ],
      [
        'moments',
        '"t6":"2038-01-19 03:14:07.999999","tm":"-838:59:59","tm1":"838:59:59.9","tm6":"00:00:00.000001","yr":1901,"y4":2155',
      ],
      [
        'bytes',
        '"b1":"AA==","b16":"/////////////////////w==","vb":"","v0":"","tb":"AAEC","bl":"Jw==","mb":"XA==","packed":"AP8="',
      ],
      [
        'others',
        '"js":{"a":[9007199254740993,1.10,null,"\\u0000"]},"uu":"ffffffff-ffff-ffff-ffff-ffffffffffff","i4":"255.255.255.255","i6":"::"',
      ],
    ])('of %s are kept to the last digit: %s', async (table, members) => {
      const { name } = resource(table)
      const created = await ask('POST', `/api/${name}/`, `{${members}}`)
      expect(created.status, created.text).toBe(200)
      for (const member of members.split(/,(?="\w+":)/)) expect(created.text).toContain(member)
      const { id } = created.json as Row
      expect((await ask('GET', `/api/${name}/${id}/`)).text).toBe(created.text)
      expect((await ask('GET', `/api/${name}/?id=${id}`)).text).toContain(created.text)
    })

    it('of every choice are kept as they are, and found', async () => {
      for (const column of resource('choices').columns) {
        if (column.type.kind !== 'enum') continue
        for (const value of column.type.values) {
          const field = column.name
          // The server shows a 😀 of its list as a question mark, and takes none for it.
          const answer = await ask('POST', '/api/choices/', { code: '${x}', few: 'one', [field]: value })
          expect([value, answer.status]).toEqual([value, value === '?' ? 422 : 200])
          if (answer.status !== 200) continue
          expect(answer.json).toMatchObject({ [field]: value })
          const found = await list(`/api/choices/?limit=1000&${field}=${encodeURIComponent(value)}`)
          expect(found).toContainEqual(answer.json)
        }
      }
      await hard.connection.query("insert into choices (code, few, letters) values ('*/', 'one', 4)")
      expect(await list('/api/choices/?limit=1000&ordering=-id')).toContainEqual(
        expect.objectContaining({ letters: '😀' }),
      )
    })

    it('of every text are kept as they are', async () => {
      const text = 'é\\\'"`%_\u0000\r\n*/${x}'
      const row = {
        ch: 'x',
        c255: '€',
        vc: text,
        v0: '',
        wide: '😀'.repeat(100),
        cyrillic: 'Ж',
        wide16: '😀',
        wide32: '😀',
        two: '日',
        packed: text,
      }
      expect(await create('texts', row)).toMatchObject(row)
      expect((await ask('POST', '/api/texts/', { cyrillic: '日' })).status).toBe(422)
      expect((await ask('POST', '/api/texts/', { c0: 'x' })).status).toBe(422)
    })

    it.each(['kanji', 'swedish'])('of every text are found by the signs in them, as in %s', async (field) => {
      for (const text of ['a_b', 'a%b', 'a!b', 'a?b', 'ab']) await create('textsigns', { [field]: text })
      for (const sign of ['_', '%', '!', '?']) {
        const found = [expect.objectContaining({ [field]: `a${sign}b` })]
        const escaped = encodeURIComponent(`a\\${sign}b`)
        for (const operator of ['contains', 'icontains']) {
          expect(await list(`/api/textsigns/?${field}__${operator}=${encodeURIComponent(sign)}`)).toEqual(found)
        }
        for (const operator of ['like', 'ilike']) {
          expect(await list(`/api/textsigns/?${field}__${operator}=${escaped}`)).toEqual(found)
        }
      }
      expect(await list(`/api/textsigns/?${field}__like=a_b`)).toHaveLength(4)
    })

    it('left out are blank where the server would refuse the row, and their own default elsewhere', async () => {
      expect(await create('blanks', {})).toMatchObject({
        ii: 0,
        ch: '',
        vb: '',
        da: null,
        dt: null,
        yr: 0,
        en: 'first',
        se: '',
        bt: 0,
      })
      const defaults = await create('defaults', {})
      expect(defaults).toMatchObject({
        quoted: 'it\'s "\\" `x`\n, NULL', empty_text: '', null_word: 'NULL', function_word: 'uuid()', number_text: '007',
        made: expect.stringMatching(/^[0-9a-f-]{36}$/), summed: 3, copied: 6, document: { a: 1 }, negative: -5,
        scientific: 1e10, exact_: 1.5, hex_bytes: 'AP8=', chosen: 'b', several: 'a,b',
      }) // prettier-ignore
      expect(await create('hidden', { shown: 'x' })).toMatchObject({
        shown: 'x',
        secret_note: null,
        counted: 7,
        doubled: 14,
      })
    })

    it('that the database computes are answered and refused', async () => {
      expect(await create('computed', { price: 1.5 })).toMatchObject({
        gross: 1.8,
        kept: 3,
        label: "it's 1.50000 \\ `x` */ ",
      })
      expect((await ask('POST', '/api/computed/', { price: 1, kept: 5 })).status).toBe(422)
      const { id, seen } = await create('touched', { note: 'a', seen: '2020-01-01 00:00:00' })
      expect(seen).toBe('2020-01-01 00:00:00')
      expect((await ask('PATCH', `/api/touched/${id}/`, { note: 'b' })).json).not.toMatchObject({ seen })
    })

    it('that must be given and cannot be make a table read only, which says so', async () => {
      const refused = await hard.api.request('POST', '/api/places/', { name: 'x' })
      expect(refused.status).toBe(405)
      expect(refused.text).toContain('spot')
      await hard.connection.query("insert into places (name, spot) values ('x', point(1, 2))")
      expect(await list('/api/places/')).toEqual([
        { id: 1, name: 'x', spot: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) },
      ])
    })

    it('of a view, a keyless table and every engine are listed', async () => {
      await hard.connection.query(
        "insert into engine_csv values (1, 'x'); insert into wide_without_key (c000) values (1), (2)",
      )
      expect(await list('/api/enginecsv/')).toEqual([{ id: 1, name: 'x' }])
      expect(await list('/api/widewithoutkey/')).toHaveLength(2)
      expect(await list(`/api/viewexpressions/?${encodeURIComponent("concat(name, ',', code)")}=x`)).toEqual([])
      expect(
        await list(`/api/viewexpressions/?ordering=${encodeURIComponent(`-"concat(name, ',', code)",1 + 1`)}`),
      ).toBeInstanceOf(Array)
    })
  })
})
