/** Creating, changing, removing and listing A2Billing's own kind of tables, through a router, on both engines. */
import { admin, apiOn, from, readerOf } from '../../helpers/callers.ts'
import { Router } from '@koa/router'
import Koa from 'koa'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import { sendJson } from '../../../src/http/json-answer.ts'
import { ApiError } from '../../../src/errors.ts'
import type { Api } from '../../../src/resources/api.ts'
import type { Statement } from '../../../src/db/db.ts'
import { create, list, read, remove, update } from '../../../src/resources/handlers.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import { listStatement } from '../../../src/resources/list-statement.ts'
import { projectionOf } from '../../../src/resources/projection.ts'
import { parseListQuery } from '../../../src/resources/query-string.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { selectRow } from '../../../src/resources/row-statements.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { buildTables, card, cardgroup, country, type Engine, measure, rate, tag } from './every-type.ts'

interface Answer {
  readonly status: number
  readonly body: {
    readonly code?: string
    readonly detail?: string
    readonly errors?: unknown
    readonly [field: string]: unknown
  }
}

describeDatabase.each<Engine>(['MyISAM', 'InnoDB'])('rows in %s', (engine) => {
  let database: TestDatabase
  let api: Api
  let server: ReturnType<Koa['listen']>
  let origin: string

  beforeAll(async () => {
    database = await createTestDatabase()
    const resources = [
      card,
      cardgroup,
      country,
      rate,
      tag,
      measure,
      { ...country, name: 'fixed', readOnly: 'It is fixed.' },
    ]
    api = apiOn(
      openDb({ url: database.url, connectionLimit: 3 }),
      new Map(resources.map((resource) => [resource.name, resource])),
    )
    const app = new Koa()
    app.use(sendJson)
    app.use(async (ctx, next) => {
      ctx.state.origin = from(ctx.get('x-caller') === 'reader' ? readerOf(api.resources.keys()) : admin)
      const chunks: Uint8Array[] = []
      for await (const chunk of ctx.req) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString()
      try {
        if (text) ctx.request.body = parseExactJson(text)
        await next()
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        ctx.status = error.status
        ctx.set(error.headers)
        ctx.body = { code: error.code, detail: error.message, errors: error.errors }
      }
    })
    for (const resource of resources) app.use(routerOf(api, resource).routes())
    server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => buildTables(database.url, engine))
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await api.db.close()
    await database.drop()
  })

  async function send(method: string, path: string, body?: string, caller = 'admin'): Promise<Answer> {
    const response = await fetch(origin + path, { method, headers: { 'x-caller': caller }, ...(body && { body }) })
    const text = await response.text()
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    return { status: response.status, body: text ? JSON.parse(text) : {} }
  }

  const usernames = async (query: string): Promise<unknown[]> => {
    const { body } = await send('GET', `/api/card/?${query}`)
    const objects = body['objects'] as { username: unknown }[]
    return objects.map(({ username }) => username)
  }

  it('lists as the manual shows', async () => {
    expect(await send('GET', '/api/card/?ordering=id')).toEqual({
      status: 200,
      body: {
        meta: { model: 'card', next: '', page: 1, previous: '' },
        objects: [
          {
            id: 1,
            username: 'anna',
            credit: 10.5,
            id_group: 1,
            country: 'FRA',
            serial: null,
            expirationdate: null,
            vat: 19.6,
          },
          {
            id: 2,
            username: 'Bert',
            credit: 0,
            id_group: 999,
            country: '',
            serial: 101,
            expirationdate: '2030-01-01 00:00:00',
            vat: 0.1,
          },
        ],
      },
    })
  })

  it('keeps rows whose reference leads nowhere, and repeats none', async () => {
    expect(await usernames('id_group__name__is_null=true')).toEqual(['Bert'])
    expect(await usernames('id_group__name=Staff')).toEqual(['anna'])
    expect(await usernames('id_group__id__ne=5')).toEqual(['anna'])
    expect(await usernames('country__countryname__startswith=France')).toEqual(['anna'])
  })

  it('returns for a negated filter every row that the filter does not, orphans included', async () => {
    expect(await usernames('-country__countryname=Germany')).toEqual(['anna', 'Bert'])
    expect(await usernames('-id_group__name=Staff')).toEqual(['Bert'])
    expect(await usernames('-id_group__name__like=S%25')).toEqual(['Bert'])
    expect(await usernames('id_group__name__ne=Other')).toEqual(['anna'])
    expect(await usernames('-id_group__name__ne=Other')).toEqual(['Bert'])
    expect(await usernames('-serial=101')).toEqual(['anna'])
  })

  it('finds single rows and ranges of moments by their index', async () => {
    // MySQL has more than one form, and a column of partitions.
    const [keyword, possibleKeys] = inject('mysql') ? ['explain format=traditional', 5] : ['explain', 4]
    const explain = async ({ sql, parameters }: Statement): Promise<unknown> => {
      const [plan] = await api.db.readRows({ sql: `${keyword} ${sql}`, parameters })
      return plan?.[possibleKeys]
    }
    await api.db.write({ sql: "insert into cc_tag values ('abc', ''), ('b', ''), ('c', '')", parameters: [] })
    expect(await explain(selectRow(api, tag, projectionOf(tag, true), ['abc']))).toBe('PRIMARY')
    for (const query of [
      'expirationdate__lt=2014-01-01',
      'expirationdate__gte=2014-01-01',
      'expirationdate=2014-01-01',
    ]) {
      const statement = listStatement(api, card, projectionOf(card, true), parseListQuery(api, card, query))
      expect(await explain(statement)).toBe('expirationdate')
    }
  })

  it('walks through pages that neither overlap nor leave gaps', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `user ${index}`)
    for (const name of names) await send('POST', '/api/card/', JSON.stringify({ username: name, credit: 0 }))
    const seen: unknown[] = []
    let path = '/api/card/?username__startswith=user&ordering=-vat&limit=10'
    while (path) {
      const { body } = await send('GET', path)
      const { meta, objects } = body as unknown as { meta: { next: string }; objects: { username: string }[] }
      seen.push(...objects.map(({ username }) => username))
      path = meta.next
    }
    expect(seen).toEqual(names.reverse())
  })

  it.each([
    { rows: 'limit', query: 'limit=2', next: '' },
    { rows: 'limit + 1', query: 'limit=1', next: '/api/card/?limit=1&page=2' },
    { rows: 'limit, on a later page', query: 'limit=1&page=2', next: '' },
  ])('with $rows rows, the next page is "$next"', async ({ query, next }) => {
    const { body } = await send('GET', `/api/card/?${query}`)
    expect(body['meta']).toMatchObject({ next })
  })

  it('answers a bad pattern with 400', async () => {
    const answer = await send('GET', '/api/card/?username__regexp=(&id=1')
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid_parameter', errors: [{ parameter: 'username__regexp' }] },
    })
  })

  it.each(["x' or 1=1 -- ", "x\\' or 1=1 -- ", '\\', "'", '`', '/*', ';drop table cc_card', 'x" or ""="', '?', '??'])(
    'takes %j for text',
    async (text) => {
      expect(await usernames(`username=${encodeURIComponent(text)}`)).toEqual([])
      for (const operator of ['like', 'contains', 'in', 'ne', 'icontains', 'startswith']) {
        await usernames(`username__${operator}=${encodeURIComponent(text)}`)
      }
      const created = await send('POST', '/api/card/', JSON.stringify({ username: text, credit: 1 }))
      expect(created.body['username']).toBe(text)
      expect(await usernames(`username=${encodeURIComponent(text)}`)).toEqual([text])
      expect(await usernames('id__lte=2')).toEqual(['anna', 'Bert'])
    },
  )

  it('creates with 200 and the row as stored', async () => {
    expect(await send('POST', '/api/card/', '{"username":"new","credit":"5.00001"}')).toEqual({
      status: 200,
      body: {
        id: 3,
        username: 'new',
        credit: 5.00001,
        id_group: 1,
        country: null,
        serial: null,
        expirationdate: null,
        vat: 0,
      },
    })
  })

  it('does not let one card take the serial of another', async () => {
    const serials: unknown[] = []
    for (const username of ['a', 'b', 'c']) {
      serials.push((await send('POST', '/api/card/', JSON.stringify({ username, credit: 0 }))).body['serial'])
    }
    expect(serials).toEqual([null, null, null])
  })

  it('inserts under a key that is given and never over one', async () => {
    expect((await send('POST', '/api/cardgroup/', '{"id":77,"name":"x"}')).body['id']).toBe(77)
    expect((await send('POST', '/api/cardgroup/', '{"id":null,"name":"y"}')).body['id']).toBe(78)
    expect((await send('POST', '/api/cardgroup/', '{"id":0,"name":"z"}')).body['id']).toBe(79)
    expect(await send('POST', '/api/cardgroup/', '{"id":1,"name":"over"}')).toMatchObject({
      status: 409,
      body: { code: 'duplicate_key', errors: [{ pointer: '/id' }] },
    })
    expect((await send('GET', '/api/cardgroup/1')).body['name']).toBe('Staff')
  })

  it('says when a table has no number left for a new row, and does not use up the last one', async () => {
    expect(await send('POST', '/api/cardgroup/', '{"id":2147483647,"name":"x"}')).toMatchObject({
      status: 422,
      body: { code: 'invalid_value', errors: [{ pointer: '/id' }] },
    })
    expect((await send('POST', '/api/cardgroup/', '{"name":"x"}')).body['id']).toBe(3)
    await api.db.write({ sql: "insert into cc_card_group values (2147483647, 'last', '')", parameters: [] })
    expect(await send('POST', '/api/cardgroup/', '{"name":"x"}')).toMatchObject({
      status: 503,
      body: { code: 'database_unavailable', detail: expect.stringContaining('no number left') },
    })
    expect((await send('POST', '/api/cardgroup/', '{"id":4,"name":"x"}')).body['id']).toBe(4)
  })

  it('has one row at one text, whatever the collation takes for equal', async () => {
    expect(await send('POST', '/api/tag/', '{"code":"Abé"}')).toMatchObject({ status: 200 })
    for (const key of ['abé', 'ABÉ', 'Abé%20', 'Abe', '漢']) {
      expect(await send('GET', `/api/tag/${key}/`)).toMatchObject({ status: 404 })
      expect(await send('PUT', `/api/tag/${key}/`, '{"note":"x"}')).toMatchObject({ status: 404 })
      expect(await send('DELETE', `/api/tag/${key}/`)).toMatchObject({ status: 404 })
    }
    expect(await send('PUT', '/api/tag/Abé/', '{"note":"x","code":"ABÉ"}')).toMatchObject({ status: 422 })
    expect((await send('PUT', '/api/tag/Abé/', '{"note":"x","code":"Abé"}')).body['note']).toBe('x')
    expect(await send('DELETE', '/api/tag/Abé/')).toEqual({ status: 200, body: { deleted: 1 } })
  })

  it('creates no row that would have no address', async () => {
    for (const code of ['', '.', '..']) {
      expect(await send('POST', '/api/tag/', JSON.stringify({ code }))).toMatchObject({
        status: 422,
        body: { code: 'invalid_value', errors: [{ pointer: '/code' }] },
      })
    }
    expect((await send('GET', '/api/tag/')).body['objects']).toEqual([])
  })

  it('addresses a row by a FLOAT as it is shown', async () => {
    expect((await send('POST', '/api/measure/', '{"size":19.6,"note":"x"}')).body['size']).toBe(19.6)
    expect((await send('GET', '/api/measure/19.6/')).body['note']).toBe('x')
    expect((await send('PUT', '/api/measure/19.6/', '{"size":19.60,"note":"y"}')).body['note']).toBe('y')
    expect(await send('DELETE', '/api/measure/19.6/')).toEqual({ status: 200, body: { deleted: 1 } })
  })

  it('ignores no parameter of a request for one row', async () => {
    for (const [method, path, body] of [
      ['GET', '/api/card/1/?foo=bar'],
      ['PUT', '/api/card/1/?foo=1', '{"vat":5}'],
      ['PATCH', '/api/card/1?foo=1', '{"vat":5}'],
      ['POST', '/api/card/?foo=1', '{"username":"new","credit":1}'],
      ['DELETE', '/api/card/1/?foo='],
      ['POST', '/api/card/1/delete/?foo=1'],
    ] as const) {
      expect(await send(method, path, body)).toMatchObject({
        status: 400,
        body: { code: 'unknown_parameter', errors: [{ parameter: 'foo' }] },
      })
    }
    expect(await send('DELETE', '/api/card/1/?recursive=1')).toMatchObject({
      status: 400,
      body: { detail: 'The parameter "recursive" is not supported yet: nothing is deleted beside the row.' },
    })
    expect(await usernames('vat=19.6')).toEqual(['anna'])
    expect(await usernames('')).toEqual(['anna', 'Bert'])
  })

  it('says what is wrong when the database is not the one that the server was generated from', async () => {
    await api.db.write({ sql: 'drop table cc_country', parameters: [] })
    await api.db.write({ sql: 'alter table cc_rate drop price', parameters: [] })
    for (const name of ['country', 'rate']) {
      expect(await send('GET', `/api/${name}/`)).toMatchObject({
        status: 503,
        body: { code: 'database_unavailable', detail: expect.stringContaining('generate') },
      })
    }
  })

  it('refuses a duplicate, naming the field, and stores nothing', async () => {
    for (const [method, path] of [
      ['POST', '/api/card/'],
      ['PUT', '/api/card/2/'],
    ] as const) {
      const body = method === 'POST' ? '{"username":"anna","credit":1}' : '{"username":"anna","vat":5}'
      expect(await send(method, path, body)).toMatchObject({
        status: 409,
        body: {
          code: 'duplicate_key',
          detail: 'Another card already has this username.',
          errors: [{ pointer: '/username' }],
        },
      })
    }
    expect(await usernames('ordering=id')).toEqual(['anna', 'Bert'])
    expect((await send('GET', '/api/card/2')).body['vat']).toBe(0.1)
  })

  it.each(['PUT', 'PATCH'])('%s changes the fields it names and no others', async (method) => {
    await api.db.write({ sql: 'update cc_card set credit = 77 where id = 1', parameters: [] })
    const { status, body } = await send(method, '/api/card/1/', '{"vat":7,"id":1}')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { credit: 77, vat: 7, username: 'anna', expirationdate: null },
    })
    const [row] = await api.db.readRows({
      sql: 'select cast(expirationdate as char) from cc_card where id = 1',
      parameters: [],
    })
    expect(row).toEqual(['0000-00-00 00:00:00'])
  })

  it('answers the row when nothing changes', async () => {
    expect(await send('PUT', '/api/card/1/', '{}')).toMatchObject({ status: 200, body: { username: 'anna' } })
    expect(await send('PUT', '/api/card/1/', '{"username":"anna"}')).toMatchObject({ status: 200 })
    expect(await send('PUT', '/api/card/9/', '{"username":"anna"}')).toMatchObject({ status: 404 })
    expect(await send('PUT', '/api/card/9/', '{}')).toMatchObject({ status: 404 })
  })

  it('refuses to write a balance', async () => {
    expect(await send('PUT', '/api/card/1/', '{"credit":1000000,"vat":5}')).toMatchObject({
      status: 422,
      body: { code: 'invalid_value', errors: [{ pointer: '/credit' }] },
    })
    expect((await send('GET', '/api/card/1')).body).toMatchObject({ credit: 10.5, vat: 19.6 })
  })

  it('removes a row, once', async () => {
    expect(await send('DELETE', '/api/cardgroup/2/')).toEqual({ status: 200, body: { deleted: 1 } })
    expect(await send('DELETE', '/api/cardgroup/2/')).toMatchObject({ status: 404 })
    expect(await send('POST', '/api/card/2/delete/')).toEqual({ status: 200, body: { deleted: 1 } })
  })

  it('does not orphan rows that refer to one', async () => {
    expect(await send('DELETE', '/api/cardgroup/1/')).toMatchObject({
      status: 409,
      body: { code: 'has_dependants', detail: expect.stringContaining('card') },
    })
    expect(await send('DELETE', '/api/country/1/')).toMatchObject({ status: 409 })
    expect(await send('GET', '/api/cardgroup/1')).toMatchObject({ status: 200 })
  })

  it('addresses rows by both parts of a key', async () => {
    expect(await send('POST', '/api/rate/', '{"id_plan":1,"prefix":"4,4%","price":0.5}')).toMatchObject({ status: 200 })
    expect((await send('GET', '/api/rate/1,4%252C4%2525/')).body['price']).toBe(0.5)
    expect((await send('PUT', '/api/rate/1,4%252C4%2525/', '{"price":0.25}')).body['price']).toBe(0.25)
    expect(await send('GET', '/api/rate/1/')).toMatchObject({ status: 404 })
    expect(await send('GET', '/api/rate/1,4,4%25/')).toMatchObject({ status: 404 })
    expect(await send('DELETE', '/api/rate/1,4%252C4%2525')).toEqual({ status: 200, body: { deleted: 1 } })
  })

  it.each(['1abc', '01', '1.0', '%zz', '%E0%A4%A', '1%00', '__proto__', "1'", '1%20'])(
    'has no row at %s',
    async (key) => {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        expect(await send(method, `/api/card/${key}/`, method === 'PUT' ? '{"vat":1}' : undefined)).toMatchObject({
          status: 404,
        })
      }
    },
  )

  it('lets others read, without secrets', async () => {
    expect((await send('GET', '/api/cardgroup/1', undefined, 'reader')).body).toEqual({ id: 1, name: 'Staff' })
    expect((await send('GET', '/api/cardgroup/1')).body).toEqual({ id: 1, name: 'Staff', pin: '1234' })
    expect(await send('GET', '/api/cardgroup/?pin=1234')).toMatchObject({ status: 400 })
    expect((await send('GET', '/api/cardgroup/')).body['objects']).toHaveLength(2)
  })

  it('refuses to write to what is read-only', async () => {
    const response = await fetch(`${origin}/api/fixed/1`, { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})

function routerOf(api: Api, resource: Resource): Router {
  return new Router({ prefix: `/api/${resource.name}`, sensitive: true })
    .get('/', list(api, resource))
    .post('/', create(api, resource))
    .get('/:key', read(api, resource))
    .put('/:key', update(api, resource))
    .patch('/:key', update(api, resource))
    .delete('/:key', remove(api, resource))
    .post('/:key/delete', remove(api, resource))
}
