/** Many rows in one request, and answers without rows, on both engines. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase.each([undefined, 'InnoDB'] as const)('several rows (%s)', (engine) => {
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

  const send = (method: string, path: string, body?: unknown, headers?: RequestOptions['headers']): Promise<Answer> =>
    api.request(method, path, { ...(body !== undefined && { body }), ...(headers && { headers }) })
  const column = async (sql: string): Promise<unknown[]> =>
    (await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true }))[0].map(
      (row) => (row as unknown as unknown[])[0],
    )
  const card = (name: string, more: object = {}): object => {
    return { username: name, useralias: name, uipass: 'x', credit: 5, tariff: 1, lastname: '', ...more }
  }

  it('answers a write with nothing where the client prefers that', async () => {
    const prefer = { Prefer: 'return=minimal' }
    const made = await send('POST', '/api/cardgroup/', { name: 'small' }, prefer)
    expect([made.status, made.text, made.headers.get('Preference-Applied')]).toEqual([204, '', 'return=minimal'])
    const path = String(made.headers.get('Location'))
    expect(path).toMatch(/^\/api\/cardgroup\/\d+\/$/)
    const read = await send('GET', path, undefined, prefer)
    expect([read.status, read.headers.get('ETag')]).toEqual([200, made.headers.get('ETag')])
    const changed = await send('PATCH', path, { name: 'smaller' }, prefer)
    expect([changed.status, changed.text]).toEqual([204, ''])
    expect((await send('GET', path)).headers.get('ETag')).toBe(changed.headers.get('ETag'))
    expect((await send('PATCH', path, { name: 1.5, nam: 1 }, prefer)).status).toBe(400)
    expect((await send('DELETE', path, undefined, { prefer: 'foo, RETURN = "minimal"; x=1' })).status).toBe(204)
    expect((await send('POST', '/api/cardgroup/', { name: 'a' }, { Prefer: 'return=representation' })).status).toBe(200)
  })

  it.each([
    ['PUT', ''],
    ['PATCH', ''],
    ['POST', ''],
    ['DELETE', ''],
    ['POST', 'delete/'],
    ['DELETE', 'delete/'],
  ])('answers %s of a row, %j, with nothing where the client prefers that', async (method, suffix) => {
    const prefer = { Prefer: 'return=minimal' }
    const made = await send('POST', '/api/cardgroup/', { name: 'short-lived' }, prefer)
    const path = `${made.headers.get('Location')}${suffix}`
    const { status, text } = await send(method, path, method === 'DELETE' || suffix !== '' ? undefined : {}, prefer)
    expect([status, text]).toEqual([204, ''])
  })

  it('creates every row of a list, in its order, with a record of each', async () => {
    const before = (await column('select count(*) from a2b_audit'))[0]
    const { status, json } = await send('POST', '/api/card/', [card('many1'), card('many2', { lastname: 'é' })])
    expect(status).toBe(200)
    const { meta, objects } = json as { meta: unknown; objects: { username: string; lastname: string }[] }
    expect(meta).toEqual({ model: 'card', created: 2 })
    expect(objects.map(({ username, lastname }) => [username, lastname])).toEqual([
      ['many1', ''],
      ['many2', 'é'],
    ])
    expect(await column("select count(*) from cc_card where username like 'many_'")).toEqual([2])
    expect(Number((await column('select count(*) from a2b_audit'))[0]) - Number(before)).toBe(2)
    const minimal = await send('POST', '/api/cardgroup/', [{ name: 'x' }, { name: 'y' }], { Prefer: 'return=minimal' })
    expect([minimal.status, minimal.text]).toEqual([204, ''])
  })

  it('says of every row what is wrong with it, and then creates none', async () => {
    const { status, json } = await send('POST', '/api/card/', [
      card('bad0'),
      card('bad1', { vat: 'x' }),
      card('bad2', { id_group: 'y', status: 'z' }),
    ])
    expect(status).toBe(422)
    expect(json).toMatchObject({ detail: expect.stringMatching(/^\/1: vat: /) })
    const { errors } = json as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/1/vat', '/2/id_group', '/2/status'])
    expect((await send('POST', '/api/card/', [card('bad0'), 5])).json).toMatchObject({ errors: [{ pointer: '/1' }] })
    expect((await send('POST', '/api/card/', [])).status).toBe(400)
    const many = Array.from({ length: 501 }, () => ({}))
    expect((await send('POST', '/api/cardgroup/', many)).json).toMatchObject({
      status: 400,
      detail: 'The body has 501 rows; it may have 1 to 500. Nothing was created.',
    })
    expect(await column("select username from cc_card where username like 'bad_'")).toEqual([])
  })

  it(`creates ${isInnoDB ? 'none' : 'the others, and says so,'} when the database refuses one`, async () => {
    const { status, json } = await send('POST', '/api/card/', [card('half0'), card('many1'), card('half2')])
    const stored = await column("select username from cc_card where username like 'half_' order by 1")
    const duplicate = 'urn:a2billing-api:error:duplicate-key'
    if (isInnoDB) {
      expect([status, stored]).toEqual([409, []])
      expect(json).toMatchObject({ type: duplicate, errors: [{ pointer: '/1/useralias' }] })
    } else {
      expect([status, stored]).toEqual([207, ['half0', 'half2']])
      expect(json).toMatchObject({
        meta: { model: 'card', created: 2, failed: 1 },
        objects: [{ username: 'half0' }, null, { username: 'half2' }],
        problems: [{ pointer: '/1', type: duplicate, status: 409, errors: [{ pointer: '/1/useralias' }] }],
      })
    }
    const all = await send('POST', '/api/card/', [card('many1'), card('many2')])
    expect([all.status, all.json]).toMatchObject([409, { type: duplicate }])
  })
  const most = (count: number | string): RequestOptions['headers'] => ({ Prefer: `max-affected=${count}` })

  it('changes the rows that meet filters, if no more than were said', async () => {
    await send('POST', '/api/card/', [card('f1', { lastname: 'F' }), card('f2', { lastname: 'F' }), card('f3')])
    const path = '/api/card/?lastname=F'
    const refused = await send('PATCH', path, { city: 'Lyon' }, most(1))
    expect([refused.status, refused.json]).toMatchObject([
      409,
      { type: 'urn:a2billing-api:error:too-many-affected', detail: expect.stringContaining('2 rows meet the filters') },
    ])
    expect(await column("select count(*) from cc_card where city = 'Lyon' and lastname = 'F'")).toEqual([0])
    const changed = await send('PATCH', path, { city: 'Lyon' }, most(2))
    expect([changed.status, changed.text]).toEqual([200, '{"updated":2}'])
    expect(await column("select username from cc_card where city = 'Lyon' and lastname = 'F' order by 1")).toEqual([
      'f1',
      'f2',
    ])
    expect(await column("select count(*) from a2b_audit where changes like '%Lyon%'")).toEqual([2])
    expect((await send('PATCH', '/api/card/?lastname=nobody', { city: 'x' }, most(2))).text).toBe('{"updated":0}')
    expect((await send('PATCH', path, { city: 'x' }, { Prefer: 'return=minimal, max-affected=5' })).status).toBe(204)
  })

  it.each([
    ['PATCH', '', { city: 'x' }, most(5), 400, 'missing-filter'],
    ['DELETE', '', undefined, most(5), 400, 'missing-filter'],
    ['DELETE', '?lastname=F', undefined, {}, 400, 'missing-max-affected'],
    ['PATCH', '?lastname=F', { city: 'x' }, most(0), 400, 'missing-max-affected'],
    ['PATCH', '?lastname=F', { city: 'x' }, most(501), 400, 'missing-max-affected'],
    ['PATCH', '?lastname=F', { city: 'x' }, most('x'), 400, 'missing-max-affected'],
    ['PATCH', '?lastname=F&limit=1', { city: 'x' }, most(5), 400, 'unknown-parameter'],
    ['PATCH', '?uipass=x', { city: 'x' }, most(5), 400, 'unknown-parameter'],
    ['PATCH', '?lastname=F', { citty: 'x' }, most(5), 400, 'unknown-field'],
    ['PATCH', '?lastname=F', {}, most(5), 400, 'malformed-body'],
    ['PATCH', '?lastname=F', { id: 5 }, most(5), 422, 'invalid-value'],
    ['PATCH', '?lastname=F', { credit: 5 }, most(5), 422, 'invalid-value'],
    ['PATCH', '?lastname=F', { city: 'x' }, { ...most(5), 'If-Match': '*' }, 400, 'unsupported-header'],
  ])('%s %s is refused', async (method, query, body, headers, status, type) => {
    const before = await column('select count(*) from a2b_audit')
    const answer = await send(method, `/api/card/${query}`, body, headers)
    expect([answer.status, answer.json]).toMatchObject([status, { type: `urn:a2billing-api:error:${type}` }])
    expect(await column('select count(*) from a2b_audit')).toEqual(before)
  })

  it(`changes ${isInnoDB ? 'none' : 'as many as it can'} of those that meet filters when the database refuses one`, async () => {
    const change = { useralias: 'for one alone' }
    const { status, json } = await send('PATCH', '/api/card/?lastname=F', change, most(2))
    const changed = await column("select username from cc_card where useralias = 'for one alone'")
    const type = 'urn:a2billing-api:error:duplicate-key'
    if (isInnoDB) {
      expect([status, changed]).toEqual([409, []])
      expect(json).toMatchObject({ type })
    } else {
      expect([status, changed.length]).toEqual([207, 1])
      expect(json).toMatchObject({ updated: 1, failed: 1, problems: [{ type, status: 409 }] })
      await connection.query("update cc_card set useralias = username where useralias = 'for one alone'")
    }
  })

  it(`removes ${isInnoDB ? 'all' : 'as many as it can'} of those that meet filters`, async () => {
    const [id] = await column("select id from cc_card where username = 'f2'")
    await connection.query("insert into cc_callerid (cid, id_cc_card, activated) values ('0000', ?, 't')", [id])
    const { status, json } = await send('DELETE', '/api/card/?lastname=F', undefined, most(2))
    const left = await column("select username from cc_card where lastname = 'F' order by 1")
    const type = 'urn:a2billing-api:error:has-dependants'
    if (isInnoDB) {
      expect([status, left]).toEqual([409, ['f1', 'f2']])
      expect(json).toMatchObject({ type, detail: expect.stringContaining(`card ${id}: `) })
    } else {
      expect([status, left]).toEqual([207, ['f2']])
      expect(json).toMatchObject({ deleted: 1, failed: 1, problems: [{ key: String(id), type, status: 409 }] })
    }
    await connection.query("delete from cc_callerid where cid = '0000'")
    const rest = await send('DELETE', '/api/card/?lastname=F', undefined, most(2))
    expect([rest.status, rest.json]).toEqual([200, { deleted: left.length }])
  })

  it('asks for the permission to list, and sees no more than the caller does', async () => {
    const as = { name: 'limited', password: 'a password for limits' }
    const user = await send('POST', '/api/user/', { username: as.name, password: as.password, email: 'l@b.c' })
    const grant = (text: string) => send('POST', '/api/grant/', { user: (user.json as { id: number }).id, grant: text })
    const change = (query: string) =>
      api.request('PATCH', `/api/cardgroup/?${query}`, { body: { description: 'mine' }, as, headers: most(500) ?? {} })
    expect((await grant('cardgroup:update')).status).toBe(200)
    expect((await change('id__gt=0')).status).toBe(403)
    for (const text of ['cardgroup:list', 'cardgroup:get', 'scope:cardgroup?name=y', 'mask:cardgroup.id_agent']) {
      expect((await grant(text)).status, text).toBe(200)
    }
    expect((await change('id__gt=0')).json).toEqual({ updated: 1 })
    expect((await change('id_agent=0')).status).toBe(400)
    expect(await column("select name from cc_card_group where description = 'mine'")).toEqual(['y'])
  })

  it(`writes to rows only while they meet the filters`, async () => {
    await send('POST', '/api/cardgroup/', [{ name: 'race' }, { name: 'race' }, { name: 'race' }])
    const both = await Promise.all(
      ['a', 'b'].map((name) => send('PATCH', '/api/cardgroup/?name=race', { name }, most(3))),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const counts = both.map(({ json }) => (json as { updated: number }).updated)
    const sum = counts.reduce((one, other) => one + other, 0)
    // Without locks, one may come between the other's look at a row and its write.
    expect(sum).toBeGreaterThanOrEqual(3)
    if (isInnoDB) expect(sum).toBe(3)
  })
})
