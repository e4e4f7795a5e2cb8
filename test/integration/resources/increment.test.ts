/** `$increment`: what is added to a number in the statement that writes, on both engines. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase.each([undefined, 'InnoDB'] as const)('$increment (%s)', (engine) => {
  let api: TestApi
  let connection: Connection

  beforeAll(async () => {
    api = await startTestApi({ engine, rows: true })
    connection = await createConnection({ uri: api.database.url })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const patch = (body: unknown, path = '/api/card/1/'): Promise<Answer> => api.request('PATCH', path, { body })
  const stored = async (sql: string): Promise<unknown> => {
    const [[row]] = await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true })
    return (row as unknown as unknown[] | undefined)?.[0]
  }

  it('counts everybody who counts at the same time', async () => {
    await connection.query('update cc_card set max_concurrent = 0, creditlimit = 0 where id = 1')
    const many = Array.from({ length: 30 }, (_, index) =>
      patch({ max_concurrent: { $increment: index % 3 ? 1 : '-2' } }),
    )
    expect((await Promise.all(many)).map(({ status }) => status)).toEqual(many.map(() => 200))
    expect(await stored('select max_concurrent from cc_card where id = 1')).toBe(0)
    const { json } = await patch({ max_concurrent: { $increment: '5' }, lastname: 'counted' })
    expect(json).toMatchObject({ max_concurrent: 5, lastname: 'counted' })
    // The control: read and written back, of the same number only one is left.
    await Promise.all([1, 2, 3].map(() => patch({ max_concurrent: 6 })))
    expect(await stored('select max_concurrent from cc_card where id = 1')).toBe(6)
  })

  it('is exact to the last digit of a DECIMAL', async () => {
    await connection.query('update cc_ratecard set rateinitial = 0.10000 where id = 1')
    for (let index = 0; index < 3; index++) {
      expect((await patch({ rateinitial: { $increment: '0.00001' } }, '/api/ratecard/1/')).status).toBe(200)
    }
    expect(await stored('select rateinitial from cc_ratecard where id = 1')).toBe('0.10003')
    expect((await patch({ rateinitial: { $increment: '0.000001' } }, '/api/ratecard/1/')).status).toBe(422)
  })

  it.each([
    [{ credit: { $increment: 1 } }, /refill/],
    [{ status: { $increment: 1 } }, /Takes no \$increment/],
    [{ id_group: { $increment: 1 } }, /Takes no \$increment/],
    [{ vat: { $increment: 1 } }, /Takes no \$increment/],
    [{ lastname: { $increment: 1 } }, /Takes no \$increment/],
    [{ max_concurrent: { $increment: 1.5 } }, /with the number to add/],
    [{ max_concurrent: { $increment: null } }, /with the number to add/],
    [{ max_concurrent: { $increment: '1; drop' } }, /with the number to add/],
    [{ max_concurrent: { $increment: 1, $set: 1 } }, /with the number to add/],
    [{ max_concurrent: { increment: 1 } }, /max_concurrent: /],
  ])('%j is refused', async (body, says) => {
    const before = await stored('select max(id) from a2b_audit')
    const { status, json } = await patch(body)
    expect([status, json]).toMatchObject([422, { detail: expect.stringMatching(says) }])
    expect(await stored('select max(id) from a2b_audit')).toBe(before)
  })

  it('is refused beyond the range of the column, and where there is no number', async () => {
    for (const [before, by] of [
      ['2147483647', '1'],
      ['-2147483648', '-1'],
      ['5', '2147483647'],
    ]) {
      await connection.query(`update cc_card set max_concurrent = ${before} where id = 1`)
      const { status, json } = await patch({ max_concurrent: { $increment: by } })
      expect([status, json]).toMatchObject([422, { errors: [{ pointer: '/max_concurrent' }] }])
      expect(String(await stored('select max_concurrent from cc_card where id = 1'))).toBe(before)
    }
    await connection.query('update cc_ratecard set starttime = 3 where id = 1')
    expect((await patch({ starttime: { $increment: -4 } }, '/api/ratecard/1/')).status).toBe(422)
    expect((await patch({ starttime: { $increment: -3 } }, '/api/ratecard/1/')).json).toMatchObject({ starttime: 0 })
    await connection.query('update cc_card set nbservice = null where id = 1')
    expect((await patch({ nbservice: { $increment: 1 } })).json).toMatchObject({
      status: 422,
      errors: [{ pointer: '/nbservice', detail: 'Is null, to which nothing can be added: set it first.' }],
    })
  })

  it('is taken in by many rows at once, and held against a scope as what comes of it', async () => {
    await connection.query("update cc_card set max_concurrent = 1, lastname = 'sum' where id in (1, 2)")
    const headers = { Prefer: 'max-affected=2' }
    const many = await api.request('PATCH', '/api/card/?lastname=sum', {
      body: { max_concurrent: { $increment: 2 } },
      headers,
    })
    expect(many.json).toEqual({ updated: 2 })
    expect(await stored("select sum(max_concurrent) from cc_card where lastname = 'sum'")).toBe('6')
    const as = { name: 'capped', password: 'a password for caps' }
    const user = await api.request('POST', '/api/user/', {
      body: { username: as.name, password: as.password, email: 'l@b.c' },
    })
    const { id } = user.json as { id: number }
    for (const grant of ['card:update', 'card:get', 'scope:card?max_concurrent__lt=5']) {
      await api.request('POST', '/api/grant/', { body: { user: id, grant } })
    }
    const add = (by: number) =>
      api.request('PATCH', '/api/card/1/', { body: { max_concurrent: { $increment: by } }, as })
    expect((await add(1)).json).toMatchObject({ max_concurrent: 4 })
    expect((await add(1)).status).toBe(403)
    expect(await stored('select max_concurrent from cc_card where id = 1')).toBe(4)
  })
})
