import { from } from '../../helpers/callers.ts'
import { describe, expect, it } from 'vitest'
import { NumericLiteral } from '../../../src/db/numeric-literal.ts'
import { ApiError, type FieldError } from '../../../src/errors.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import { float, varchar } from '../../../src/resources/column-types.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { resetSql } from '../../../src/resources/session-variables.ts'
import { admin, call, card, cardgroup, offlineApi, rate } from './resources.ts'
import { createRow, readRow, removeRow, updateRowByKey } from '../../helpers/rows.ts'

const groupRow = [7, 'Staff', null] as const

/** Its key is a text. */
const tag: Resource = {
  name: 'tag',
  table: 'cc_tag',
  primaryKey: ['code'],
  columns: [{ name: 'code', type: varchar(10, 'utf8mb3'), required: true }],
  relations: {},
}

async function refusal(promise: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown)
  if (!(error instanceof ApiError)) throw new Error('Nothing was refused')
  return error
}

function pointers(errors: readonly FieldError[]): (string | undefined)[] {
  return errors.map(({ pointer }) => pointer)
}

describe('keys', () => {
  it.each([
    { resource: cardgroup, segment: '7', parameters: ['#7'] },
    { resource: cardgroup, segment: '-7', parameters: ['#-7'] },
    { resource: rate, segment: '1,44', parameters: ['#1', '44', '44'] },
    { resource: rate, segment: '1,4%2C4%25', parameters: ['#1', '4,4%', '4,4%'] },
  ])('$segment of $resource.name', async ({ resource, segment, parameters }) => {
    const api = offlineApi({ rows: () => [[7, 'x', null]] })
    await readRow(api, resource, admin, segment)
    expect(api.db.last().parameters).toEqual(parameters)
  })

  it.each([
    '1abc',
    '01',
    '+1',
    '1.0',
    '1.',
    '',
    ' 1',
    '-0',
    '1e0',
    '99999999999',
    "1' or 1=1",
    '1,2',
    '%zz',
    '__proto__',
  ])('no row is at %j', async (segment) => {
    const api = offlineApi({ rows: () => [groupRow] })
    expect(await refusal(readRow(api, cardgroup, admin, segment))).toMatchObject({ code: 'not_found', status: 404 })
    expect(api.db.statements).toEqual([])
  })

  it('finds a text by the index and compares its bytes', async () => {
    const api = offlineApi({ rows: () => [[1, 'x', null]] })
    await removeRow(api, rate, from(admin), '1,x')
    expect(api.db.statements.map(({ sql }) => sql)).toEqual([
      'select `t0`.`id_plan`, `t0`.`prefix`, `t0`.`price` from `cc_rate` as `t0` where `t0`.`id_plan` = ? and `t0`.`prefix` = ? and cast(convert(`t0`.`prefix` using utf8mb4) as binary) = ? for update',
      'delete from `cc_rate` where `id_plan` = ? and `prefix` = ? and cast(convert(`prefix` using utf8mb4) as binary) = ?',
    ])
    expect(api.db.last().parameters).toEqual(['#1', 'x', 'x'])
  })

  it('compares a FLOAT as it is shown', async () => {
    const api = offlineApi({ rows: () => [[19.6]] })
    const measured: Resource = { ...cardgroup, primaryKey: ['vat'], columns: [{ name: 'vat', type: float }] }
    await readRow(api, measured, admin, '19.6')
    expect(api.db.last()).toEqual({
      sql: 'select `t0`.`vat` from `cc_card_group` as `t0` where (cast(`t0`.`vat` as char) + 0e0) = ?',
      parameters: ['#19.6'],
    })
  })

  it('no row is at a key with too few parts', async () => {
    expect(await refusal(readRow(offlineApi(), rate, admin, '1'))).toMatchObject({ code: 'not_found' })
  })

  it('is not found where the database has no such row', async () => {
    expect((await refusal(readRow(offlineApi(), cardgroup, admin, '7'))).message).toBe('No cardgroup has the key "7".')
  })
})

describe('create', () => {
  const create = (api: ReturnType<typeof offlineApi>, resource: Resource, json: string) =>
    createRow(api, resource, from(admin), parseExactJson(json))

  it('inserts what is given and what A2Billing leaves blank, then reads the row back', async () => {
    const api = offlineApi({
      rows: () => [card.columns.map(() => null)],
      write: () => ({ affectedRows: 1, insertId: '9007199254740993' }),
    })
    await create(api, card, '{"credit":5.250,"username":"4321"}')
    const [reset, insert, select] = api.db.statements
    expect(reset?.sql).toBe('SET @serial = NULL')
    expect(insert?.sql).toBe('insert into `cc_card` (`username`, `uipass`, `credit`, `lastname`) values (?, ?, ?, ?)')
    expect(insert?.parameters).toEqual(['4321', '', expect.objectContaining({ text: '5.25' }), ''])
    expect(select?.sql).toMatch(/where `t0`.`id` = \?$/)
    expect(select?.parameters).toEqual([expect.objectContaining({ text: '9007199254740993' })])
  })

  it('takes the key that is given, and null for none', async () => {
    const api = offlineApi({ rows: () => [groupRow], write: () => ({ affectedRows: 1, insertId: '0' }) })
    await create(api, cardgroup, '{"id":7,"name":"Staff"}')
    expect(api.db.last().parameters).toEqual(['#7'])
    const numbered = offlineApi({ rows: () => [groupRow] })
    await create(numbered, cardgroup, '{"id":null}')
    expect(numbered.db.statements[0]?.sql).toBe('insert into `cc_card_group` () values ()')
    expect(numbered.db.last().parameters).toEqual(['#1'])
  })

  it.each([
    { resource: card, json: '[]', code: 'malformed_body', at: [] },
    { resource: card, json: '"x"', code: 'malformed_body', at: [] },
    { resource: card, json: 'null', code: 'malformed_body', at: [] },
    { resource: card, json: '5', code: 'malformed_body', at: [] },
    {
      resource: card,
      json: '{"lastnam":"x","toString":1,"a/b~":1}',
      code: 'unknown_field',
      at: ['/lastnam', '/toString', '/a~1b~0'],
    },
    { resource: card, json: '{"__proto__":{"username":"x"}}', code: 'unknown_field', at: ['/__proto__'] },
    { resource: card, json: '{"lastname":"x"}', code: 'missing_field', at: ['/username', '/credit'] },
    { resource: card, json: '{"username":"","credit":null}', code: 'missing_field', at: ['/username', '/credit'] },
    {
      resource: card,
      json: '{"username":"x","credit":"abc","id_group":99999999999,"serial":1}',
      code: 'invalid_value',
      at: ['/credit', '/id_group', '/serial'],
    },
    { resource: call, json: '{"card":1,"card_id":1}', code: 'malformed_body', at: ['/card_id'] },
    { resource: call, json: '{"card":"x"}', code: 'invalid_value', at: ['/card'] },
    { resource: rate, json: '{"id_plan":1}', code: 'missing_field', at: ['/prefix'] },
    { resource: card, json: '{"username":"x","credit":1,"birthday":" "}', code: 'invalid_value', at: ['/birthday'] },
    { resource: cardgroup, json: '{"id":2147483647}', code: 'invalid_value', at: ['/id'] },
    { resource: cardgroup, json: '{"id":"2147483647.0"}', code: 'invalid_value', at: ['/id'] },
    { resource: tag, json: '{"code":""}', code: 'invalid_value', at: ['/code'] },
    { resource: tag, json: '{"code":"."}', code: 'invalid_value', at: ['/code'] },
    { resource: tag, json: '{"code":".."}', code: 'invalid_value', at: ['/code'] },
  ])('refuses $json', async ({ resource, json, code, at }) => {
    const api = offlineApi()
    const error = await refusal(create(api, resource, json))
    expect(error.code).toBe(code)
    expect(pointers(error.errors)).toEqual(at)
    expect(api.db.statements).toEqual([])
  })

  it.each([
    [tag, '{"code":"..."}', ['...']],
    [rate, '{"id_plan":2147483647,"prefix":""}', [new NumericLiteral('2147483647'), '', new NumericLiteral('0')]],
    [cardgroup, '{"id":2147483646}', [new NumericLiteral('2147483646')]],
  ])('takes every other key: %o %s', async (resource, json, values) => {
    const api = offlineApi({ rows: () => [[]], write: () => ({ affectedRows: 1, insertId: '0' }) })
    await create(api, resource, json)
    expect(api.db.statements[0]?.parameters).toEqual(values)
  })

  it('suggests no field that it would refuse', async () => {
    const error = await refusal(create(offlineApi(), card, '{"username":"x","credit":1,"serialx":1}'))
    expect(error.message).toBe('card has no field "serialx".')
  })

  it('compiles an insert of the same columns once', async () => {
    const api = offlineApi({ rows: () => [groupRow] })
    await create(api, cardgroup, '{"name":"a"}')
    const compiled = api.db.compilations()
    await create(api, cardgroup, '{"name":"b"}')
    expect(api.db.compilations()).toBe(compiled)
  })
})

describe('update', () => {
  const update = (api: ReturnType<typeof offlineApi>, resource: Resource, key: string, json: string) =>
    updateRowByKey(api, resource, from(admin), key, parseExactJson(json))

  it('sets the columns that are named and no others', async () => {
    const api = offlineApi({ rows: () => [groupRow] })
    expect(await update(api, cardgroup, '7', '{"name":"Staff","id":"7"}')).toBe(
      '{"id":7,"name":"Staff","id_agent":null}',
    )
    expect(api.db.statements[1]?.sql).toBe('update `cc_card_group` set `name` = ? where `id` = ?')
    expect(api.db.statements[1]?.parameters).toEqual(['Staff', expect.objectContaining({ text: '7' })])
  })

  it('takes the key in the body for the one in the address when it is exactly that', async () => {
    const api = offlineApi({ rows: () => [groupRow] })
    expect(await update(api, cardgroup, '7', '{"id":7.0}')).toContain('"id":7')
    const texts = offlineApi({ rows: () => [['abc']] })
    expect(await update(texts, tag, 'abc', '{"code":"abc"}')).toBe('{"code":"abc"}')
    for (const other of ['ABC', 'abc ']) {
      const error = await refusal(update(texts, tag, 'abc', JSON.stringify({ code: other })))
      expect(error).toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/code' }] })
    }
    const floats = offlineApi({ rows: () => [[1.5]] })
    const measured: Resource = { ...cardgroup, primaryKey: ['vat'], columns: [{ name: 'vat', type: float }] }
    expect(await update(floats, measured, '1.5', '{"vat":1.50}')).toBe('{"vat":1.5}')
  })

  it('writes nothing for an empty body', async () => {
    const api = offlineApi({ rows: () => [groupRow] })
    await update(api, cardgroup, '7', '{}')
    expect(api.db.statements.map(({ sql }) => sql.slice(0, 6))).toEqual(['select'])
  })

  it.each([
    { json: '{"credit":5}', at: ['/credit'], says: 'Use the refill call.' },
    { json: '{"firstusedate":null}', at: ['/firstusedate'], says: 'A2Billing keeps it.' },
    { json: '{"id":8}', at: ['/id'], says: 'does not change' },
    { json: '{"id":null}', at: ['/id'], says: 'does not change' },
    { json: '{"username":null,"serial":5}', at: ['/username', '/serial'], says: 'null' },
  ])('refuses $json', async ({ json, at, says }) => {
    const api = offlineApi({ rows: () => [card.columns.map(() => null)] })
    const error = await refusal(update(api, card, '7', json))
    expect(error).toMatchObject({ code: 'invalid_value', status: 422 })
    expect(pointers(error.errors)).toEqual(at)
    expect(error.message).toContain(says)
    expect(api.db.statements.every(({ sql }) => sql.startsWith('select'))).toBe(true)
  })

  it('says that the row is missing before it says what is wrong with the body', async () => {
    expect(await refusal(update(offlineApi(), card, '7', '{"nonsense":1}'))).toMatchObject({ code: 'not_found' })
    expect(await refusal(update(offlineApi(), card, '7', '[]'))).toMatchObject({ code: 'not_found' })
  })
})

describe('remove', () => {
  it('asks every resource that refers to the row, in one statement', async () => {
    const rows = [[['5', null, '4321']], [[1, 0]]]
    const api = offlineApi({ rows: () => rows.shift() ?? [] })
    const error = await refusal(removeRow(api, card, from(admin), '5'))
    expect(error).toMatchObject({
      code: 'has_dependants',
      status: 409,
      message: 'Rows of call refer to this card; remove or change those first.',
    })
    expect(api.db.statements[1]?.sql).toMatch(/ from `cc_card` as `t0` where `t0`.`id` = \? for update$/)
    expect(api.db.last()).toEqual({
      sql:
        'select exists (select 1 from `cc_call` where `card_id` = ?), ' +
        'exists (select 1 from `cc_call` where `username` = ?)',
      parameters: ['#5', '4321'],
    })
  })

  it('asks about no text that stands for none', async () => {
    const rows = [[['5', null, '']], [[0]]]
    const api = offlineApi({ rows: () => rows.shift() ?? [] })
    expect(await removeRow(api, card, from(admin), '5')).toBe('{"deleted":1}')
    expect(api.db.statements.map(({ sql }) => sql)).toEqual([
      'SET @serial = NULL',
      expect.stringMatching(/ from `cc_card` as `t0` where `t0`.`id` = \? for update$/),
      'select exists (select 1 from `cc_call` where `card_id` = ?)',
      'delete from `cc_card` where `id` = ?',
    ])
  })

  it('finds no row', async () => {
    expect(await refusal(removeRow(offlineApi(), card, from(admin), '5'))).toMatchObject({ code: 'not_found' })
    const gone = offlineApi({ rows: () => [[1, 'x']], write: () => ({ affectedRows: 0, insertId: '0' }) })
    expect(await refusal(removeRow(gone, rate, from(admin), '1,x'))).toMatchObject({ code: 'not_found' })
  })
})

describe('session variables', () => {
  it('are reset by names that need no quoting', () => {
    expect(resetSql(['serial', 'Other_one'])).toBe('SET @serial = NULL, @Other_one = NULL')
    expect(() => resetSql(['serial = 1; --'])).toThrow('no name of a session variable')
  })
})
