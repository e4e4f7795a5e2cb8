/** `on=` and `dry_run=1`, on both engines. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase.each([undefined, 'InnoDB'] as const)('writes that find out, or only look (%s)', (engine) => {
  const isInnoDB = engine === 'InnoDB'
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

  const send = (method: string, path: string, body?: unknown, more: RequestOptions = {}): Promise<Answer> =>
    api.request(method, path, { ...more, ...(body !== undefined && { body }) })
  const column = async (sql: string): Promise<unknown[]> =>
    (await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true }))[0].map(
      (row) => (row as unknown as unknown[])[0],
    )
  const card = (name: string, more: object = {}): object => {
    return { username: name, useralias: name, uipass: 'x', credit: 5, tariff: 1, lastname: '', ...more }
  }

  it('creates with on= what is not there, and changes what is', async () => {
    const made = await send('POST', '/api/card/?on=username', card('up1', { lastname: 'one' }))
    expect([made.status, made.json]).toMatchObject([201, { username: 'up1', lastname: 'one', credit: 5 }])
    const changed = await send('POST', '/api/card/?on=username', card('up1', { lastname: 'two', credit: 900 }))
    expect([changed.status, changed.json]).toMatchObject([200, { lastname: 'two', credit: 5 }])
    expect(await column("select count(*) from cc_card where username = 'up1'")).toEqual([1])
    const minimal = await send('POST', '/api/card/?on=username', card('up2'), { headers: { Prefer: 'return=minimal' } })
    expect([minimal.status, minimal.headers.get('Location')]).toEqual([
      204,
      expect.stringMatching(/^\/api\/card\/\d+\/$/),
    ])
    expect(await column('select operation from a2b_audit order by id desc limit 3')).toEqual([
      'create',
      'update',
      'create',
    ])
  })

  it('creates one row when many come at the same time', async () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      send('POST', '/api/currencies/?on=currency', { currency: 'XTS', name: `${index}`, value: 1 }),
    )
    const statuses = (await Promise.all(many)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(await column("select count(*) from cc_currencies where currency = 'XTS'")).toEqual([1])
    // The control: without on= the others are refused.
    const plain = await Promise.all(
      [1, 2].map(() => send('POST', '/api/currencies/', { currency: 'XTT', name: 'x', value: 1 })),
    )
    expect(plain.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it.each([
    ['POST', '/api/card/?on=lastname', card('no'), 400, 'invalid-parameter'],
    ['POST', '/api/card/?on=uipass', card('no'), 400, 'invalid-parameter'],
    ['POST', '/api/card/?on=username,useralias', card('no'), 400, 'invalid-parameter'],
    ['POST', '/api/card/?on=username', { useralias: 'no' }, 400, 'missing-field'],
    ['POST', '/api/card/?on=username', [card('no')], 400, 'malformed-body'],
    ['PATCH', '/api/card/1/?on=username', { lastname: 'no' }, 400, 'unknown-parameter'],
    ['PATCH', '/api/card/1/?dry_run=2', { lastname: 'no' }, 400, 'invalid-parameter'],
    ['PATCH', '/api/card/1/?dryrun=1', { lastname: 'no' }, 400, 'unknown-parameter'],
  ])('%s %s is refused', async (method, path, body, status, type) => {
    const answer = await send(method, path, body)
    expect([answer.status, answer.json]).toMatchObject([status, { type: `urn:a2billing-api:error:${type}` }])
    expect(await column("select count(*) from cc_card where username = 'no' or lastname = 'no'")).toEqual([0])
  })

  it('needs both permissions, and changes no row that the caller does not see', async () => {
    const as = { name: 'upserter', password: 'a password for upserts' }
    const user = await send('POST', '/api/user/', { username: as.name, password: as.password, email: 'l@b.c' })
    const grant = (text: string) => send('POST', '/api/grant/', { user: (user.json as { id: number }).id, grant: text })
    for (const text of ['card:create', 'card:get', 'scope:card?lastname=mine']) await grant(text)
    const upsert = (lastname: string) => send('POST', '/api/card/?on=username', card('up1', { lastname }), { as })
    expect((await upsert('mine')).status).toBe(403)
    await grant('card:update')
    expect((await upsert('mine')).status).toBe(409)
    expect(await column("select lastname from cc_card where username = 'up1'")).toEqual(['two'])
  })

  it('says with dry_run=1 what would be, and does nothing', async () => {
    const tables = ['cc_card', 'a2b_audit', 'cc_callerid', 'cc_card_group', 'cc_card_seria']
    const state = async () =>
      JSON.stringify(
        await Promise.all(
          tables.map((table) => connection.query(`select * from ${table} order by id`).then(([rows]) => rows)),
        ),
      )
    const before = await state()
    const headers = { Prefer: 'max-affected=500' }
    const requests: [string, string, unknown][] = [
      ['POST', '/api/card/?dry_run=1', card('dry1')],
      ['POST', '/api/card/?dry_run=1', [card('dry1'), card('dry2')]],
      ['POST', '/api/card/?dry_run=1&on=username', card('up1', { lastname: 'dry' })],
      ['PATCH', '/api/card/1/?dry_run=1', { lastname: 'dry' }],
      ['PUT', '/api/card/1/?dry_run=1', { max_concurrent: { $increment: 1 } }],
      ['PATCH', '/api/card/?dry_run=1&username=up1', { lastname: 'dry' }],
      ['DELETE', '/api/card/?dry_run=1&username=up1', undefined],
    ]
    for (const [method, path, body] of requests) {
      const answer = await send(method, path, body, { headers })
      expect([answer.status, answer.headers.get('ETag')], `${method} ${path}: ${answer.text}`).toEqual([
        isInnoDB ? 200 : 204,
        null,
      ])
      expect(answer.headers.get('Dry-Run')).toBe(isInnoDB ? 'taken-back' : 'checked')
    }
    if (isInnoDB) {
      expect((await send('PATCH', '/api/card/1/?dry_run=1', { lastname: 'dry' })).json).toMatchObject({
        id: 1,
        lastname: 'dry',
      })
      expect((await send('DELETE', '/api/card/?dry_run=1&username=up1', undefined, { headers })).json).toEqual({
        deleted: 1,
      })
      expect((await send('POST', '/api/card/?dry_run=1', card('up1'))).status).toBe(409)
    }
    expect((await send('PATCH', '/api/card/1/?dry_run=1', { lastname: 5, nonsense: 1 })).status).toBe(400)
    expect(
      (await send('PATCH', '/api/card/1/?dry_run=1', { lastname: 'x' }, { headers: { 'If-Match': '"no"' } })).status,
    ).toBe(412)
    expect((await send('DELETE', '/api/card/0/?dry_run=1')).status).toBe(404)
    expect((await send('DELETE', '/api/card/1/?dry_run=1')).status).toBe(409)
    expect(await state()).toBe(before)
    // The control: the same without it does something.
    expect((await send('PATCH', '/api/card/1/?dry_run=0', { lastname: 'wet' })).status).toBe(200)
    expect(await state()).not.toBe(before)
  })
})
