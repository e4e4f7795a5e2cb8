/**
 * A schema that is hard on everybody (schema.sql), the whole way: introspected, generated, compiled, linted, served, and
 * every table's rows written and read, each answer held against the document.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection, type Connection } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import { formatSnapshot, type Snapshot } from '../../../codegen/introspection/snapshot.ts'
import { fieldOf, type Resource } from '../../../src/resources/resource.ts'
import { startApi } from '../../../src/server.ts'
import { answerChecker, type Answer } from '../../helpers/api.ts'
import { compileFolder } from '../../helpers/compile.ts'
import {
  generateByTheLines,
  serveProject,
  writeProject,
  type ExactAnswer,
  type GeneratedApi,
  type GeneratedProject,
} from '../../helpers/generated-api.ts'
import { lintOpenapi, NOTHING_FOUND } from '../../helpers/lint-openapi.ts'
import { noDrift } from '../../helpers/drift.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { sampleRow, sampleValue } from '../../helpers/sample-row.ts'
import * as snapshots from '../../helpers/snapshot.ts'

const SCHEMA = readFileSync(new URL('schema.sql', import.meta.url), 'utf8')

type Row = Record<string, unknown>

describeDatabase('the hard cases', () => {
  let database: TestDatabase
  let connection: Connection
  let snapshot: Snapshot
  let generated: ReturnType<typeof generateByTheLines>
  let project: GeneratedProject
  let api: GeneratedApi
  let check: (method: string, template: string, answer: Answer) => string | undefined

  beforeAll(async () => {
    database = await createTestDatabase()
    connection = await createConnection({ uri: database.url, charset: 'utf8mb4', multipleStatements: true })
    await connection.query(`set names utf8mb4; set sql_mode = ''; ${SCHEMA}`)
    snapshot = await introspect(database.url)
    generated = generateByTheLines(snapshot)
    project = await writeProject('hard-cases', generated)
    api = await serveProject(project, database.url)
    check = answerChecker(api.openapi)
    await connection.query(`insert into person (id, code, name) values (1, 'a', 'Ann');
      insert into key_pair (a, b) values ('x', 'y')`)
  })
  afterAll(async () => {
    await api?.close()
    project?.remove()
    await connection?.end()
    await database?.drop()
  })

  /** Sends, and holds the answer against the document. */
  async function ask(method: string, path: string, body?: unknown): Promise<ExactAnswer> {
    const answer = await api.request(method, path, body)
    const [, resource = '', key] = /^\/api\/([^/?]+)\/([^/?]+)?/.exec(path) ?? []
    const template = `/api/${resource}/${key === undefined ? '' : '{key}/'}`
    expect(check(method, template, answer)).toBeUndefined()
    return answer
  }

  async function list(path: string): Promise<Row[]> {
    const answer = await ask('GET', path)
    expect(answer.status, answer.text).toBe(200)
    return (answer.json as { objects: Row[] }).objects
  }

  async function create(resource: string, body: unknown): Promise<Row> {
    const answer = await ask('POST', `/api/${resource}/`, body)
    expect(answer.status, answer.text).toBe(200)
    return answer.json as Row
  }

  const resource = (table: string): Resource => {
    const found = [...api.resources.values()].find((candidate) => candidate.table === table)
    if (!found) throw new Error(`no resource of ${table}`)
    return found
  }

  describe('generated', () => {
    it('refuses names that cannot be, naming every table of each, and the line that it gives helps', () => {
      expect(generated.refusals).toEqual([
        expect.stringMatching(/^日本: its resource would be called "-", .* resources: \{ '日本': 'table-1' \} \}$/),
        expect.stringMatching(/^Twins and twi_ns and twins would all be called "twins"\. Rename all but one/),
        expect.stringMatching(/^order line and cc_order_line would both be called "OrderLine"/),
        expect.stringMatching(/^list and list_table would both be called "listTable"/),
      ])
    })

    it('says by name what it leaves out', () => {
      const notes = generated.notes.join('\n')
      expect(notes).toContain('cannot be read (repair or drop the views): view_broken')
      expect(notes).toContain('no filter follows: pair_child.pair_fk, twice_bound.to_hen')
      expect(notes).toContain('choices.letters')
      expect(notes).toContain('kept for the API itself, so not served: a2b_mine, user')
      const served = new Set([...api.resources.values()].map(({ table }) => table))
      const missing = snapshot.tables.map(({ name }) => name).filter((name) => !served.has(name))
      expect(missing.sort()).toEqual(['a2b_mine', 'user', 'view_broken'])
    })

    it('does not depend on the name of the database', async () => {
      expect(formatSnapshot(snapshot)).not.toContain(database.name)
    })

    it('compiles, which a wrong type would not', { timeout: 120_000 }, async () => {
      expect(await compileFolder(project.folder)).toBe('')
      writeFileSync(join(project.folder, 'generated/broken.ts'), "export const wrong: number = 'text'\n")
      expect(await compileFolder(project.folder)).toMatch(/^\S+generated\/broken\.ts.*TS2322/)
    })

    it('makes a document that the linter finds nothing in', { timeout: 120_000 }, async () => {
      const document = structuredClone(api.openapi) as { paths: Record<string, Record<string, { requestBody?: Row }>> }
      for (const [path, operations] of Object.entries(document.paths)) {
        if (!path.startsWith('/api/reservedwords/')) continue
        // The linter takes what every object has, `toString` say, for a member of an example.
        for (const { requestBody } of Object.values(operations)) {
          const content = requestBody?.['content'] as { 'application/json': Row } | undefined
          delete content?.['application/json']['example']
        }
      }
      const file = join(project.folder, 'linted.json')
      writeFileSync(file, JSON.stringify(document))
      expect(await lintOpenapi(file)).toBe(NOTHING_FOUND)
    })
  })

  describe('every resource', () => {
    it('is listed', async () => {
      for (const name of api.resources.keys())
        expect([name, (await ask('GET', `/api/${name}/`)).status]).toEqual([name, 200])
      const { resources } = (await api.request('GET', '/api/')).json as { resources: Row }
      expect(Object.keys(resources).sort()).toEqual([...api.resources.keys()].sort())
    })

    it('with a key is created, read, found, changed and deleted', { timeout: 120_000 }, async () => {
      const writable = [...api.resources.values()].filter(({ readOnly }) => readOnly === undefined)
      expect(writable.length).toBeGreaterThan(90)
      for (const one of writable) {
        await livesAndDies(one).catch((cause: Error) => {
          throw new Error(`${one.table}: ${cause.message}`, { cause })
        })
      }
    })

    /** What a sample cannot know: what a check, a period or a reference asks for. */
    const GIVEN: Readonly<Record<string, Row>> = {
      booking: { first_day: '2026-01-01', last_day: '2026-01-02' },
      letter: { sender: 1, receiver: 1 },
      others: { checked: '[1]' },
      pair_child: { a: 'x', b: 'y' },
    }

    async function livesAndDies(one: Resource): Promise<void> {
      const given = GIVEN[one.table] ?? {}
      const isFree = (field: string): boolean => !Object.hasOwn(one.relations, field) && !Object.hasOwn(given, field)
      const body = { ...sampleRow(one, 1), ...given }
      for (const field of Object.keys(one.relations)) if (!Object.hasOwn(given, field)) delete body[field]
      const path = `/api/${one.name}/`
      const created = await create(one.name, body)
      expect(created).toEqual(expect.objectContaining(body))
      const row = path + addressOf(one, created)
      expect((await ask('GET', row)).json).toEqual(created)
      const changes = Object.fromEntries(
        one.columns
          .filter((column) => !column.writable && !one.primaryKey.includes(column.name) && isFree(column.name))
          .map((column) => [fieldOf(column), sampleValue(column.type, 2)]),
      )
      const changed = await ask('PATCH', row, changes)
      expect([changed.status, changed.json]).toEqual([200, expect.objectContaining(changes)])
      expect((await ask('GET', row)).json).toEqual(changed.json)
      expect((await ask('DELETE', row)).status).toBe(200)
      expect((await ask('GET', row)).status).toBe(404)
    }
  })

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
      await connection.query('insert into key_float values (1.0000001, "a"), (1.0000002, "b")')
      expect(await list('/api/keyfloat/')).toHaveLength(2)
      const refused = await api.request('DELETE', '/api/keyfloat/1/')
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
      await connection.query("insert into choices (code, few, letters) values ('*/', 'one', 4)")
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
      const refused = await api.request('POST', '/api/places/', { name: 'x' })
      expect(refused.status).toBe(405)
      expect(refused.text).toContain('spot')
      await connection.query("insert into places (name, spot) values ('x', point(1, 2))")
      expect(await list('/api/places/')).toEqual([
        { id: 1, name: 'x', spot: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) },
      ])
    })

    it('of a view, a keyless table and every engine are listed', async () => {
      await connection.query(
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

  describe('columns with awkward names', () => {
    it.each([
      'signs',
      'reserved_words',
      'query_words',
      'operator_words',
      'say `it\'s "so"',
      'with space',
      'dot.ted',
      '日本',
      'a/b\\c',
      '1st',
    ])('of %s can each be written, filtered by and sorted by', async (table) => {
      const one = resource(table)
      const path = `/api/${one.name}/`
      const columns = one.columns.filter((column) => column.name !== 'id' && column.name !== 'parent')
      const fields = columns.map(fieldOf)
      const rows: Row[] = []
      for (const seed of [1, 2]) {
        rows.push(
          await create(
            one.name,
            Object.fromEntries(columns.map((column) => [fieldOf(column), sampleValue(column.type, seed)])),
          ),
        )
      }
      const [first, second] = rows as [Row, Row]
      for (const field of fields) {
        const quoted = `"${field.replaceAll('"', '""')}"`
        const value = encodeURIComponent(String(first[field]))
        const query = (name: string, text: string): string => `${path}?${encodeURIComponent(name)}=${text}`
        expect([field, await list(query(quoted, value))]).toEqual([field, [first]])
        expect([field, await list(query(`${quoted}__eq`, value))]).toEqual([field, [first]])
        expect([field, await list(query(`-${quoted}`, value))]).toEqual([field, [second]])
        expect([field, await list(query('ordering', encodeURIComponent(quoted)))]).toEqual([field, [first, second]])
        expect([field, await list(query('ordering', encodeURIComponent(`-${quoted}`)))]).toEqual([
          field,
          [second, first],
        ])
      }
    })

    it('need quotes only where the query gives their signs a meaning, and mean nothing else without', async () => {
      const names = resource('signs')
        .columns.map(fieldOf)
        .filter((name) => !/^[-"]/.test(name))
      for (const name of names)
        expect([name, (await ask('GET', `/api/signs/?${encodeURIComponent(name)}=1`)).status]).toEqual([name, 200])
      const documented = (api.openapi as { paths: Record<string, { get: { parameters: Row[] } }> }).paths['/api/signs/']
      expect(documented?.get.parameters).toContainEqual(expect.objectContaining({ name: '"-id"' }))
      const minus = await list('/api/signs/?-id=1')
      expect(minus).toEqual((await list('/api/signs/')).filter(({ id }) => id !== 1))
      expect((await ask('GET', '/api/querywords/?page=x')).status).toBe(400)
      expect((await ask('GET', '/api/signs/?--idd=1')).text).toContain('Did you mean')
    })
  })

  describe('references', () => {
    beforeAll(async () => {
      await connection.query(`delete from letter; delete from person where id > 1;
        insert into person (id, code, name, boss) values (2, 'b', 'Bea', 1), (3, 'c', 'Cem', 2);
        insert into letter (id, sender, receiver, \`read by\`, copy_to, name) values
          (1, 1, 2, 3, 'b', 'one'), (2, 2, 1, null, null, 'two'), (3, 3, 3, 1, 'c', 'three');
        insert into in_group (\`group\`, name) values ('g', 'x'), ('g', 'y'), ('h', 'z');
        insert into asks_group (member, name) values ('g', 'in g'), ('h', 'in h'), (null, 'in none')`)
    })

    const names = async (path: string): Promise<unknown[]> => (await list(path)).map((row) => row['name'])

    it.each([
      ['sender__name=Bea', ['two']],
      ['receiver__name=Bea', ['one']],
      ['sender__name=Bea&receiver__name=Ann', ['two']],
      ['read%20by__name=Cem', ['one']],
      ['read%20by__name__is_null=true', ['two']],
      ['copy_to__name=Bea', ['one']],
      ['-copy_to__name=Bea', ['two', 'three']],
      ['sender__boss__boss__name=Ann', ['three']],
      ['sender__boss__name=Ann', ['two']],
    ])('are each followed on their own: letter %s', async (query, want) => {
      expect(await names(`/api/letter/?ordering=id&${query}`)).toEqual(want)
    })

    it.each([
      ['member__name=x', ['in g']],
      ['member__name__in=x,y', ['in g']],
      ['-member__name=x', ['in h', 'in none']],
      ['-member__name__in=x,z', ['in none']],
      ['member__name=x&member__group=g', ['in g']],
      ['member__name__is_null=true', ['in none']],
    ])(
      'to what several rows have repeat nothing, and negated leave out what they would find: %s',
      async (query, want) => {
        expect(await names(`/api/asksgroup/?ordering=id&${query}`)).toEqual(want)
      },
    )

    it('keep a row that others refer to, name them, and go round in circles', async () => {
      const refused = await ask('DELETE', '/api/person/2/')
      expect(refused.status).toBe(409)
      expect(refused.text).toMatch(/Rows of .*letter.* refer to this person/)
      const egg = await create('egg', { name: 'e' })
      const hen = await create('hen', { egg: egg['id'], name: 'h' })
      await ask('PATCH', `/api/egg/${egg['id']}/`, { hen: hen['id'] })
      expect(await names('/api/egg/?hen__egg__hen__name=h')).toEqual(['e'])
      expect((await ask('DELETE', `/api/hen/${hen['id']}/`)).status).toBe(409)
      expect((await ask('POST', '/api/egg/', { hen: 999 })).status).toBe(422)
    })

    it("over several columns are the database's to keep", async () => {
      expect((await ask('POST', '/api/pairchild/', { a: 'no', b: 'one', name: 'x' })).status).toBe(422)
      await create('keypair', { a: 'p', b: 'q' })
      await create('pairchild', { a: 'p', b: 'q', name: 'x' })
      expect((await ask('DELETE', '/api/keypair/p,q/')).status).toBe(409)
    })
  })
})

describeDatabase("a table called user that is another program's", () => {
  it('stops the start, naming what it lacks', async () => {
    const database = await createTestDatabase()
    const connection = await createConnection(database.url)
    await connection.query('create table user (id int primary key, username varchar(9), mail varchar(9))')
    const env = { A2B_DATABASE_URL: database.url, A2B_PORT: '0', A2B_LOG_LEVEL: 'silent' }
    await expect(startApi(env, { print: () => undefined, checkDrift: noDrift })).rejects.toThrow(
      'The table "user" of this database belongs to another program: it lacks password, active, admin',
    )
    await connection.end()
    await database.drop()
  })
})

it('the answer checker and the line reader of these tests see what is wrong', () => {
  const document = JSON.parse(readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'))
  const headers = new Headers({ 'Content-Type': 'application/json' })
  const answer = { status: 200, headers, text: '{"deleted":2}', json: { deleted: 2 } }
  const check = answerChecker(document)
  expect(check('DELETE', '/api/card/{key}/', answer)).toContain('must be equal to constant')
  expect(check('DELETE', '/api/card/{key}/', { ...answer, json: { deleted: 1 } })).toBeUndefined()
  const two = ['Foo', 'foo'].map((name) => snapshots.table(name, [snapshots.id]))
  expect(generateByTheLines({ format: 1, tables: two }).refusals).toHaveLength(1)
  expect(() =>
    generateByTheLines({ format: 1, tables: [snapshots.table('t', [snapshots.column('x', 'mystery')])] }),
  ).toThrow('mystery')
})

/** As the last part of a URL. */
function addressOf({ primaryKey }: Resource, row: Row): string {
  const parts = primaryKey.map((name) => String(row[name]))
  const escaped = parts.length === 1 ? parts : parts.map((part) => part.replace(/[%,]/g, encodeURIComponent))
  return `${encodeURIComponent(escaped.join(','))}/`
}
