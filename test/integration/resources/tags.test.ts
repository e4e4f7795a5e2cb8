/** `ETag`, `If-Match`, `If-None-Match`: two servers on one database, on both engines. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase.each([undefined, 'InnoDB'] as const)('tags of rows (%s)', (engine) => {
  let one: TestApi
  let other: TestApi
  let connection: Connection

  beforeAll(async () => {
    one = await startTestApi({ engine, rows: true })
    other = await startTestApi({ database: one.database })
    connection = await createConnection({ uri: one.database.url })
    const as = { name: 'shop', password: 'a password for shops' }
    await one.request('POST', '/api/user/', { body: { username: as.name, password: as.password, email: 'a@b.c' } })
  })
  afterAll(async () => {
    await connection.end()
    await other.close()
    await one.close()
  })

  const tagOf = ({ status, headers, text }: Answer): string => {
    expect(status, text).toBe(200)
    return String(headers.get('ETag'))
  }
  const read = (path = '/api/card/1/', options?: RequestOptions): Promise<Answer> => one.request('GET', path, options)
  const write = (tag: string | undefined, body: unknown, { api = one, method = 'PATCH', path = '/api/card/1/' } = {}) =>
    api.request(method, path, { body, ...(tag !== undefined && { headers: { 'If-Match': tag } }) })
  const stored = async (sql: string): Promise<unknown> => {
    const [[row]] = await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true })
    return (row as unknown as unknown[] | undefined)?.[0]
  }

  it('is the same from every server and however the row is shown', async () => {
    const tag = tagOf(await read())
    expect(tag).toMatch(/^"[\w-]{22}\.[\w-]{22}"$/)
    expect(tagOf(await other.request('GET', '/api/card/1/'))).toBe(tag)
    for (const query of ['fields=lastname', 'omit=lastname', 'labels=1', 'decimals=string']) {
      expect(tagOf(await read(`/api/card/1/?${query}`)), query).toBe(tag)
    }
    const many = await Promise.all(Array.from({ length: 40 }, () => read()))
    expect(new Set(many.map(tagOf))).toEqual(new Set([tag]))
    expect((await read('/api/card/1/', { headers: { 'If-None-Match': tag } })).status).toBe(304)
    // What is put into the row is not in the tag, so there is none.
    const expanded = await read('/api/card/1/?expand=id_group', { headers: { 'If-None-Match': tag } })
    expect([expanded.status, expanded.headers.get('ETag')]).toEqual([200, null])
    expect((await read('/api/card/')).headers.get('ETag')).toBeNull()
  })

  it('is what a create and an update are answered with', async () => {
    const made = await one.request('POST', '/api/cardgroup/', { body: { name: 'tagged' } })
    const { id } = made.json as { id: number }
    const path = `/api/cardgroup/${id}/`
    expect(tagOf(made)).toMatch(/^"[\w-]{22}"$/)
    expect(tagOf(made)).toBe(tagOf(await read(path)))
    const changed = await write(tagOf(made), { name: 'changed' }, { path })
    expect(tagOf(changed)).toBe(tagOf(await read(path)))
    expect(tagOf(changed)).not.toBe(tagOf(made))
    expect((await write(tagOf(made), { name: 'late' }, { path })).status).toBe(412)
  })

  it('refuses the later of two changes, and only with If-Match', async () => {
    const tag = tagOf(await read())
    expect((await write(tag, { lastname: 'first' })).status).toBe(200)
    const late = await write(tag, { lastname: 'second' }, { api: other })
    expect(late.status).toBe(412)
    expect(late.json).toMatchObject({
      type: 'urn:a2billing-api:error:precondition-failed',
      error: 'Precondition failed',
    })
    expect(await stored('select lastname from cc_card where id = 1')).toBe('first')
    // The control: without it the later one wins.
    expect((await write(undefined, { lastname: 'second' }, { api: other })).status).toBe(200)
    expect(await stored('select lastname from cc_card where id = 1')).toBe('second')
  })

  it('lets one of many through that come at the same time to two servers', async () => {
    for (let round = 0; round < 5; round++) {
      const tag = tagOf(await read())
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          write(tag, { lastname: `round ${round}, ${index}` }, { api: index % 2 ? one : other }),
        ),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 11 }, () => 412)])
      const won = answers.findIndex(({ status }) => status === 200)
      expect(await stored('select lastname from cc_card where id = 1')).toBe(`round ${round}, ${won}`)
    }
    // The control: without it all do.
    const all = await Promise.all([1, 2, 3].map((index) => write(undefined, { lastname: `${index}` })))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('is of secrets, too, which nobody finds out by it', async () => {
    const as = { name: 'shop', password: 'a password for shops' }
    const before = tagOf(await read('/api/card/1/', { as }))
    expect(before).toBe(tagOf(await read()))
    await connection.query("update cc_card set uipass = concat(uipass, 'x') where id = 1")
    const changed = tagOf(await read('/api/card/1/', { as }))
    expect(changed).not.toBe(before)
  })

  it('lets an edit pass while calls are charged, but no delete', async () => {
    const made = await one.request('POST', '/api/card/', {
      body: { username: `u${engine}`, useralias: `a${engine}`, uipass: 'x', credit: 5, tariff: 1, lastname: '' },
    })
    const path = `/api/card/${(made.json as { id: number }).id}/`
    const tag = tagOf(made)
    await connection.query(
      `update cc_card set credit = credit - 1, inuse = 1, nbused = 1 where username = 'u${engine}'`,
    )
    const charged = await read(path, { headers: { 'If-None-Match': tag } })
    expect(charged.status).toBe(200)
    expect(tagOf(charged)).not.toBe(tag)
    expect((await one.request('DELETE', path, { headers: { 'If-Match': tag } })).status).toBe(412)
    expect((await write(tag, { lastname: 'x' }, { path })).status).toBe(200)
    const now = tagOf(await read(path))
    expect((await one.request('POST', `${path}delete/`, { headers: { 'If-Match': tag } })).status).toBe(412)
    expect((await one.request('POST', `${path}delete/`, { headers: { 'If-Match': now } })).status).toBe(200)
    expect((await one.request('DELETE', path, { headers: { 'If-Match': '*' } })).status).toBe(404)
  })

  it('matches a row of FLOATs, zero dates and bytes that nobody changed', async () => {
    await connection.query("set sql_mode = ''")
    await connection.query(
      "insert into cc_charge (id_cc_card, iduser, amount, description, cover_from) values (1, 0, 12345.67, 'x', '0000-00-00')",
    )
    const path = `/api/charge/${await stored('select max(id) from cc_charge')}/`
    for (const method of ['PUT', 'PATCH', 'POST']) {
      const tag = tagOf(await read(path))
      expect((await write(tag, { description: method }, { path, method })).status).toBe(200)
    }
    await connection.query("insert into cc_system_log (action, description, data) values ('a', 'd', x'00ff27')")
    const log = `/api/systemlog/${await stored('select max(id) from cc_system_log')}/`
    expect((await write(tagOf(await read(log)), { action: 'b' }, { path: log })).status).toBe(200)
  })

  it.each([
    ['*', 200],
    ['"nothing", TAG', 200],
    ['W/TAG', 412],
    ['"other"', 412],
    ['other', 400],
    ['', 400],
    ['"a" "b"', 400],
    [Array.from({ length: 17 }, () => '"a"').join(), 400],
  ])('If-Match: %s is answered %i', async (header, status) => {
    const tag = tagOf(await read())
    expect((await write(header.replace('TAG', tag), { lastname: 'z' })).status).toBe(status)
    expect((await write(header.replace('TAG', tagOf(await read())), {})).status).toBe(status)
  })

  it('is refused where nobody looks at it', async () => {
    const headers = { 'If-Match': '"x"' }
    for (const [method, path, body] of [
      ['POST', '/api/cardgroup/', { name: 'x' }],
      ['POST', '/custom_api/refill/1', { credit: 1 }],
    ] as const) {
      const answer = await one.request(method, path, { body, headers })
      expect([answer.status, answer.json]).toMatchObject([400, { type: 'urn:a2billing-api:error:unsupported-header' }])
    }
    const answer = await one.request('PUT', '/api/card/1/', { body: {}, headers: { 'If-None-Match': '*' } })
    expect(answer.status).toBe(400)
  })
})
