/** Keys of every kind: each row is found again by its address, and no other row is. */
import { describe, expect, it } from 'vitest'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { addressOf, type Row, useHardCases } from './hard-cases.ts'

describeDatabase('the hard cases', () => {
  const hard = useHardCases('keys')
  const { ask, list, create, resource } = hard

  describe('a key', () => {
    const TEXTS = [
      'plain', 'a b', 'a/b', '/', 'a,b', ',', '100%', '%2C', '%', '%252C', 'delete', '...', 'a\\b', "it's", '"q"', '`',
      'a?b#c&d=e', 'a+b', ';', ' leading', 'line\nbreak', '日本', '😀', 'é', 'e\u0301', '__proto__', 'null', '0', '1e3',
    ] // prettier-ignore

    async function livesUnder(table: string, key: Row, address?: string): Promise<Row> {
      const { name } = resource(table)
      const created = await create(name, { ...key, note: 'first' })
      expect(created).toMatchObject({ ...key, note: 'first' })
      const row = `/api/${name}/${address ?? addressOf(resource(table), created)}`
      expect((await ask('GET', row)).json).toEqual(created)
      expect((await ask('PATCH', row, { ...key, note: 'second' })).json).toEqual({ ...created, note: 'second' })
      const query = Object.entries(key)
        .map(([field, value]) => `${field}=${encodeURIComponent(String(value))}`)
        .join('&')
      expect(await list(`/api/${name}/?${query}`)).toEqual([{ ...created, note: 'second' }])
      expect((await ask('DELETE', row)).status).toBe(200)
      expect((await ask('GET', row)).status).toBe(404)
      return created
    }

    it.each(TEXTS)('of text may be %j, alone and as a part', async (text) => {
      await livesUnder('key_text', { code: text })
      await livesUnder('key_long_text', { code: text })
      await livesUnder('key_pair', { a: text, b: 'x' })
      await livesUnder('key_pair', { a: '', b: text })
    })

    it.each([
      ['key_latin', { code: 'Übergröße €' }],
      ['key_cyrillic', { code: 'Привет' }],
      ['key_padded', { code: 'ab' }],
      ['key_mixed', { n: -1, d: '2026-01-31', c: 'x,y', s: 'a,b' }],
      ['key_bytes', { code: '++//AA==' }],
      ['key_some_bytes', { code: 'AA==' }],
      ['key_uuid', { id: '123e4567-e89b-12d3-a456-426655440000' }],
      ['key_decimal', { price: -1.5 }],
      ['key_date', { day: '2026-01-31' }],
      ['key_moment', { at: '2026-01-31 10:30:00.500' }],
      ['key_time', { at: '-101:30:00' }],
      ['key_year', { yr: 0 }],
      ['key_enum', { kind: 'a,b' }],
      ['key_enum', { kind: 'c/d' }],
      ['key_enum', { kind: 'é' }],
      ['key_set', { kinds: 'a,c d' }],
      ['key_inet', { address: '2001:db8::1' }],
      ['key_double', { size: 0.1 }],
      ['key_not_counter', { k: 0 }],
    ])('%s takes %j', async (table, key) => {
      await livesUnder(table, key)
    })

    it.each(['18446744073709551615', '18446744073709551614', '9007199254740993', '0'])(
      'keeps %s exact',
      async (digits) => {
        for (const [table, field] of [
          ['key_unsigned', 'id'],
          ['key_bit', 'bits'],
        ] as const) {
          const path = `/api/${resource(table).name}/`
          const created = await ask('POST', path, `{"${field}":${digits},"note":"x"}`)
          expect(created.text).toContain(`"${field}":${digits},`)
          expect((await ask('GET', `${path}${digits}/`)).text).toBe(created.text)
          expect((await ask('GET', `${path}?${field}=${digits}`)).text).toContain(created.text)
          expect((await ask('DELETE', `${path}${digits}/`)).status).toBe(200)
        }
      },
    )

    it('is one row and no other: not its spelling in another case, nor what the collation takes for it', async () => {
      await create('keyanycase', { code: 'Abc', note: 'x' })
      for (const other of ['abc', 'ABC', 'Abc%20', '%C3%81bc']) {
        expect([other, (await ask('GET', `/api/keyanycase/${other}/`)).status]).toEqual([other, 404])
        expect((await ask('PATCH', `/api/keyanycase/${other}/`, { note: 'y' })).status).toBe(404)
        expect((await ask('DELETE', `/api/keyanycase/${other}/`)).status).toBe(404)
      }
      expect((await ask('POST', '/api/keyanycase/', { code: 'aBC' })).status).toBe(409)
      expect(await list('/api/keyanycase/')).toEqual([{ code: 'Abc', note: 'x' }])
      expect((await ask('POST', '/api/keypadded/', { code: 'ab ' })).status).toBe(422)
    })

    it('that the character set cannot hold is the key of no row', async () => {
      for (const name of ['keycyrillic', 'keylatin']) {
        const row = `/api/${name}/${encodeURIComponent('日本')}/`
        expect((await ask('GET', row)).status).toBe(404)
        expect((await ask('PATCH', row, { note: 'x' })).status).toBe(404)
        expect((await ask('DELETE', row)).status).toBe(404)
      }
    })

    it.each([
      ['key_text', { code: '' }, 422],
      ['key_text', { code: '.' }, 422],
      ['key_enum', { kind: '' }, 422],
      ['key_enum', { kind: '.' }, 422],
      ['key_set', { kinds: '' }, 422],
      ['key_from_column', { n: 1 }, 400],
      ['key_preset_bits', { note: 'x' }, 400],
      ['key_double_counted', { note: 'x' }, 400],
    ])('%s refuses %j, and stores nothing', async (table, body, status) => {
      const { name } = resource(table)
      expect((await ask('POST', `/api/${name}/`, body)).status).toBe(status)
      expect(await list(`/api/${name}/`)).toEqual([])
    })

    it('of a set is stored, found and answered in the order of its list', async () => {
      const created = await create('keymixed', { n: 1, d: '2026-01-01', c: 'x', s: 'c,a,c' })
      expect(created).toMatchObject({ s: 'a,c' })
      expect((await ask('DELETE', `/api/keymixed/${addressOf(resource('key_mixed'), created)}`)).status).toBe(200)
    })

    it.each(['key_made_uuid', 'key_made_text', 'key_made_bytes', 'key_made_moment', 'key_preset', 'key_preset_pair'])(
      'that %s makes itself is in the answer, and is the row',
      async (table) => {
        const { name } = resource(table)
        const created = await create(name, { note: 'made' })
        const row = `/api/${name}/${addressOf(resource(table), created)}`
        expect((await ask('GET', row)).json).toEqual(created)
        expect(await list(`/api/${name}/`)).toEqual([created])
        expect((await ask('DELETE', row)).status).toBe(200)
      },
    )

    it('of a sequence is the next number, one for each row', async () => {
      const first = await create('numbered', { name: 'a' })
      const second = await create('numbered', { id: null, name: 'b' })
      expect(Number(second['id'])).toBe(Number(first['id']) + 5)
      expect(await create('numbered', { id: 7, name: 'c' })).toEqual({ id: 7, name: 'c' })
      expect((await ask('GET', `/api/numbered/${second['id']}/`)).json).toEqual(second)
    })

    it('counted beside another column is the number of this very row', async () => {
      const rows = []
      for (const kind of ['a', 'b', 'a']) rows.push(await create('keysecondcounter', { kind, note: 'x' }))
      expect(rows.map(({ kind, n }) => [kind, n])).toEqual([
        ['a', 1],
        ['b', 1],
        ['a', 2],
      ])
    })

    it('of a FLOAT is no address, because two rows can be shown alike', async () => {
      await hard.connection.query('insert into key_float values (1.0000001, "a"), (1.0000002, "b")')
      expect(await list('/api/keyfloat/')).toHaveLength(2)
      const refused = await hard.api.request('DELETE', '/api/keyfloat/1/')
      expect([refused.status, refused.text]).toEqual([404, expect.stringContaining('make it a DOUBLE or DECIMAL')])
      expect(resource('key_float').readOnly).toContain('make it a DOUBLE or DECIMAL')
    })

    it('does not count the end of a version, which the server adds to it', async () => {
      const { id, ...created } = await create('versionedopenly', { name: 'old' })
      expect(created).toMatchObject({ name: 'old', valid_to: expect.stringMatching(/^2038-/) })
      const path = `/api/versionedopenly/${id}/`
      expect((await ask('PATCH', path, { name: 'new' })).json).toMatchObject({ id, name: 'new' })
      expect(await list('/api/versionedopenly/')).toHaveLength(1)
      expect((await ask('PATCH', path, { valid_to: '2030-01-01 00:00:00' })).status).toBe(422)
      expect((await ask('DELETE', path)).status).toBe(200)
    })

    it('missing says what could be done about it', () => {
      expect(resource('no_key').readOnly).toBe('It has no primary key, so no row has an address.')
      expect(resource('unique_only').readOnly).toContain('(the columns of its unique key code could be it)')
      expect(resource('unique_or_null').readOnly).toBe(resource('no_key').readOnly)
    })
  })
})
