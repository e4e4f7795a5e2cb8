/** `POST /api/batch/`: all or none on InnoDB, refused by name on MyISAM. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'

type Operation = Readonly<Record<string, unknown>>

describeDatabase('a batch', () => {
  let api: TestApi
  let connection: Connection

  beforeAll(async () => {
    api = await startTestApi({ engine: 'InnoDB', rows: true })
    connection = await createConnection({ uri: api.database.url })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const send = (operations: unknown, more: RequestOptions & { query?: string } = {}): Promise<Answer> =>
    api.request('POST', `/api/batch/${more.query ?? ''}`, { body: { operations }, ...more })
  const column = async (sql: string): Promise<unknown[]> =>
    (await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true }))[0].map(
      (row) => (row as unknown as unknown[])[0],
    )
  const group = (name: string): Operation => ({ method: 'POST', path: '/api/cardgroup/', body: { name } })

  it('is only checked when it is tried where another table could not take back what is done', async () => {
    const database = await createTestDatabase()
    await createSchema({ url: database.url, database: database.name })
    const other = await createConnection({ uri: database.url })
    await other.query('alter table cc_card_group engine = InnoDB')
    const mixed = await startTestApi({ database })
    try {
      const body = { operations: [group('tried')] }
      const tried = await mixed.request('POST', '/api/batch/?dry_run=1', { body })
      expect([tried.status, tried.text, tried.headers.get('Dry-Run')]).toEqual([204, '', 'checked'])
      const [rows] = await other.query<RowDataPacket[]>("select * from cc_card_group where name = 'tried'")
      expect(rows).toEqual([])
      // The control: what was tried can be done.
      expect((await mixed.request('POST', '/api/batch/', { body })).status).toBe(200)
    } finally {
      await mixed.close()
      await other.end()
      await database.drop()
    }
  })

  it('does all of its operations, each as its own request would be', async () => {
    const before = Number((await column('select count(*) from a2b_audit'))[0])
    const { headers } = await api.request('GET', '/api/card/1/')
    const answer = await send([
      group('in a batch'),
      { method: 'PATCH', path: '/api/card/1/', body: { lastname: 'Batch' }, if_match: headers.get('ETag') },
      { method: 'PUT', path: '/api/card/2', body: { max_concurrent: { $increment: 1 } } },
      { method: 'POST', path: '/api/callerid', body: { cid: '00331', id_cc_card: 1 } },
    ])
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
    const { results } = answer.json as { results: { etag: string; body: Record<string, unknown> }[] }
    expect(results.map(({ body }) => body['name'] ?? body['lastname'])).toMatchObject({ 0: 'in a batch', 1: 'Batch' })
    expect(results[1]?.etag).toBe((await api.request('GET', '/api/card/1/')).headers.get('ETag'))
    expect(Number((await column('select count(*) from a2b_audit'))[0]) - before).toBe(4)
    const id = String(results[3]?.body['id'])
    expect((await send([{ method: 'DELETE', path: `/api/callerid/${id}/` }])).json).toEqual({
      results: [{ body: { deleted: 1 } }],
    })
  })

  it.each([
    [
      'a name that is taken',
      { method: 'POST', path: '/api/currencies/', body: { currency: 'EUR', name: 'x', value: 1 } },
      409,
      '/operations/1/body/currency',
    ],
    [
      'a value that cannot be stored',
      { method: 'PATCH', path: '/api/card/1/', body: { vat: 'x' } },
      422,
      '/operations/1/body/vat',
    ],
    ['a row that is not there', { method: 'DELETE', path: '/api/card/999999/' }, 404, '/operations/1'],
    [
      'a row that has changed',
      { method: 'PATCH', path: '/api/card/1/', body: { lastname: 'x' }, if_match: '"old"' },
      412,
      '/operations/1',
    ],
    ['a balance', { method: 'PATCH', path: '/api/card/1/', body: { credit: 5 } }, 422, '/operations/1/body/credit'],
    ['a row that others refer to', { method: 'DELETE', path: '/api/card/1/' }, 409, '/operations/1'],
    ['money', { method: 'POST', path: '/custom_api/refill/1', body: { credit: 5 } }, 404, '/operations/1'],
    ['a user', { method: 'POST', path: '/api/user/', body: { username: 'x' } }, 404, '/operations/1'],
    ['itself', { method: 'POST', path: '/api/batch/', body: {} }, 404, '/operations/1'],
    ['a list', { method: 'DELETE', path: '/api/card/?id=1' }, 404, '/operations/1'],
    ['a table that can only be read', { method: 'POST', path: '/api/callbackspool/', body: {} }, 403, '/operations/1'],
    ['a reading', { method: 'GET', path: '/api/card/1/' }, 400, '/operations/1'],
    ['another member', { method: 'DELETE', path: '/api/card/1/', bodi: 1 }, 400, '/operations/1'],
  ])('does nothing because of %s', async (_, operation, status, pointer) => {
    const before = await column('select max(id) from a2b_audit')
    const answer = await send([group('undone'), operation, group('undone')])
    expect([answer.status, answer.json], answer.text).toMatchObject([status, { errors: [{ pointer }] }])
    expect(await column("select name from cc_card_group where name = 'undone'")).toEqual([])
    expect(await column('select max(id) from a2b_audit')).toEqual(before)
  })

  it('asks for the permission of each operation', async () => {
    const as = { name: 'batcher', password: 'a password for batches' }
    const user = await api.request('POST', '/api/user/', {
      body: { username: as.name, password: as.password, email: 'l@b.c' },
    })
    const { id } = user.json as { id: number }
    for (const grant of ['cardgroup:create', 'cardgroup:get']) {
      await api.request('POST', '/api/grant/', { body: { user: id, grant } })
    }
    expect((await send([group('allowed')], { as })).status).toBe(200)
    const refused = await send([group('refused'), { method: 'DELETE', path: '/api/cardgroup/1/' }], { as })
    expect([refused.status, refused.json]).toMatchObject([403, { detail: expect.stringContaining('cardgroup:delete') }])
    expect(await column("select name from cc_card_group where name in ('allowed', 'refused')")).toEqual(['allowed'])
  })

  it('is of 1 to 100 operations, and can be tried', async () => {
    expect((await send([])).status).toBe(400)
    expect((await send(Array.from({ length: 101 }, () => group('x')))).status).toBe(400)
    expect((await send('x')).status).toBe(400)
    const dry = await send([group('dry')], { query: '?dry_run=1' })
    expect([dry.status, dry.headers.get('Dry-Run'), dry.text.includes('etag')]).toEqual([200, 'taken-back', false])
    expect(await column("select name from cc_card_group where name = 'dry'")).toEqual([])
    expect((await send([group('x')], { query: '?atomic=1' })).status).toBe(400)
  })

  it('is refused where one of its tables is MyISAM, by its name', async () => {
    const other = await startTestApi({ rows: true })
    try {
      const body = { operations: [group('never')] }
      const { status, json } = await other.request('POST', '/api/batch/', { body })
      expect([status, json]).toMatchObject([
        409,
        {
          type: 'urn:a2billing-api:error:cannot-roll-back',
          detail: expect.stringContaining('The table cc_card_group cannot take back'),
        },
      ])
    } finally {
      await other.close()
    }
  })
})
