/**
 * Every refusal that the document has, of every operation in it: asked for by what the document says of the operation, so
 * what is added to the document is asked as well. Then what single operations answer that no other test asks. The recorder
 * holds each answer against the document.
 */
import { fileURLToPath } from 'node:url'
import { type Connection, createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PrivateServer, socketUrl } from '../../../scripts/mariadb/server.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { type Answer, type RequestOptions, startTestApi, type TestApi } from '../../helpers/api.ts'
import { makeKey } from '../../helpers/keys.ts'
import { describeDatabase, startTestServer } from '../../helpers/mariadb.ts'
import { expectTags } from '../../helpers/tags.ts'
import { Contract, type Document, type Found, type Operation } from '../../recorder/contract.ts'

/** Of one user as many are answered at once as he may have in work. */
const AT_ONCE = 6

async function contractOf(api: TestApi): Promise<Contract> {
  return new Contract((await api.request('GET', '/openapi.json', { as: null })).json as Document)
}

interface Asking extends RequestOptions {
  readonly query?: string
}

/** Sends to where no row is: whatever a row would be changed to, none is. */
function ask(api: TestApi, contract: Contract, found: Found, { query = '', ...options }: Asking): Promise<Answer> {
  const path = found.template.replaceAll(/\{\w+\}/g, '999999')
  return api.request(found.method.toUpperCase(), path + query, asking(contract, found, options))
}

/** To where something is, of what takes no JSON: a file for a table. */
function askFile(api: TestApi, contract: Contract, found: Found, { query = '', ...options }: Asking): Promise<Answer> {
  const path = found.template.replace('{resource}', 'ratecard')
  return api.request(found.method.toUpperCase(), path + query, asking(contract, found, options))
}

function asking(contract: Contract, found: Found, options: RequestOptions): RequestOptions {
  const { body = bodyOf(contract, found.operation) } = options
  const isFile = takesFile(found)
  const inHeader = found.parameters.filter((parameter) => parameter.in === 'header' && (parameter.required || isFile))
  return {
    ...options,
    headers: {
      ...Object.fromEntries(inHeader.map(({ name }) => [name, 'some-key'])),
      ...(isFile && { 'Content-Type': 'text/csv' }),
      ...options.headers,
    },
    ...(body !== undefined && { body }),
  }
}

function takesFile({ operation: { requestBody } }: Found): boolean {
  return requestBody !== undefined && !('application/json' in requestBody.content)
}

/** The document's own example, or a text for whatever it requires. */
function bodyOf(contract: Contract, { requestBody }: Operation): unknown {
  const content = requestBody?.content['application/json'] as { example?: object; schema: object } | undefined
  if (!content) return undefined
  const { required = [] } = contract.resolve<{ required?: string[] }>(content.schema).value
  return content.example ?? Object.fromEntries(required.map((name) => [name, '1']))
}

/**
 * @param isAsked - of the operations whose document has the status
 * @returns those that answer with another, as `listCard 200`
 */
async function others(
  api: TestApi,
  status: number,
  options: Asking,
  isAsked: (found: Found) => boolean = () => true,
): Promise<string[]> {
  const contract = await contractOf(api)
  const left = contract.all().filter((found) => found.operation.responses[status] !== undefined && isAsked(found))
  expect(left.length).toBeGreaterThan(100)
  const wrong: string[] = []
  const work = async (): Promise<void> => {
    for (let found = left.pop(); found !== undefined; found = left.pop()) {
      const isOfFile = takesFile(found) && status !== 404
      const answer = await (isOfFile ? askFile : ask)(api, contract, found, options)
      const { operationId } = found.operation
      if (answer.status !== status) wrong.push(`${operationId} ${answer.status} ${answer.text.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return wrong.toSorted()
}

function isGuarded({ operation }: Found): boolean {
  return 'x-permission' in operation
}

/** Where the document says nothing else, one of its ways to log in. */
function needsLogin({ operation: { security } }: Found): boolean {
  return security === undefined
}

function takesLogin({ operation: { security } }: Found): boolean {
  return security?.length !== 0
}

/** Those of a resource have a tag of its name, without a space. */
function isOnRows(found: Found): boolean {
  return isGuarded(found) && !found.operation.tags?.some((tag) => tag.includes(' '))
}

describeDatabase('every operation', () => {
  let api: TestApi
  let connection: Connection
  /** May do nothing, and everything. */
  let nobody: RequestOptions
  let anybody: RequestOptions
  beforeAll(async () => {
    api = await startTestApi({ engine: 'InnoDB', env: { A2B_IMPORT_LIMIT: '262144' } })
    connection = await createConnection(api.database.url)
    nobody = await makeKey(connection, 'nobody', ['query:explain'])
    anybody = await makeKey(connection, 'anybody', ['role:administrator'])
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  it('is one of many', async () => {
    const all = (await contractOf(api)).all()
    expect(all.length).toBeGreaterThan(800)
    expect(all.length - all.filter(isGuarded).length).toBeLessThan(14)
  })

  it('answers 401 without a login', async () => {
    expect(await others(api, 401, { as: null }, needsLogin)).toEqual([])
  })

  it('answers 403 without its permission', async () => {
    expect(await others(api, 403, nobody, isGuarded)).toEqual([])
  })

  it('answers 400 to a parameter that it does not have', async () => {
    expect(await others(api, 400, { ...anybody, query: '?nonsense=1' })).toEqual([])
  })

  it('answers 404 where nothing is', async () => {
    expect(await others(api, 404, anybody, ({ template }) => template.includes('{'))).toEqual([])
  })

  it('answers 413 to a body that is too large', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(300_000) })
    expect(await others(api, 413, { ...anybody, body })).toEqual([])
  })

  it('answers 415 to a body that is no JSON', async () => {
    const headers = { ...anybody.headers, 'Content-Type': 'text/plain' }
    expect(await others(api, 415, { ...anybody, headers })).toEqual([])
  })

  it('answers 429 to who has guessed too often', async () => {
    const guess = { as: { name: 'nobody', password: 'a wrong password' } }
    for (let count = 0; count < 10; count++) await api.request('GET', '/api/', guess)
    expect(await others(api, 429, guess, takesLogin)).toEqual([])
  })
})

describeDatabase('every operation on rows', () => {
  it('answers 500 where a plugin fails', async () => {
    const path = fileURLToPath(new URL('fixtures/broken.ts', import.meta.url))
    const api = await startTestApi({ plugins: { load: [path] }, logLevel: 'silent' })
    const connection = await createConnection(api.database.url)
    const key = await makeKey(connection, 'key', ['role:administrator'])
    expect(await others(api, 500, key, isOnRows)).toEqual([])
    await connection.end()
    await api.close()
  })
})

describeDatabase('every operation without a database', () => {
  let server: PrivateServer
  let api: TestApi
  beforeAll(async () => {
    server = await startTestServer()
    const url = new URL(socketUrl(server.socketPath, ''))
    const connection = await createConnection(url.href)
    await connection.query('create database gone character set utf8mb4')
    await connection.end()
    url.pathname = '/gone'
    const database = { name: 'gone', url: url.href, socketPath: server.socketPath, drop: () => Promise.resolve() }
    await createSchema({ url: url.href, database: 'gone', engine: 'InnoDB' })
    api = await startTestApi({ database, logLevel: 'silent' })
  })
  afterAll(() => api.close())

  it('answers 503', async () => {
    // The document does not need one.
    await server.stop()
    expect(await others(api, 503, {})).toEqual([])
  })
})

/** Rows that only a plugin makes, what is told of the server, and what only the database can refuse. */
describeDatabase('single operations', () => {
  let api: TestApi
  let connection: Connection
  beforeAll(async () => {
    api = await startTestApi({ rows: true })
    connection = await createConnection(api.database.url)
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  async function sent(method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
    return api.request(method, path, { headers, ...(body !== undefined && { body }) })
  }
  const made = async (path: string, body: object): Promise<number> => {
    const answer = await sent('POST', path, body)
    expect(answer.status, answer.text).toBe(200)
    return (answer.json as { id: number }).id
  }
  /** Begun by a browser, and told by its list. */
  const session = async (user: number, name: string): Promise<number> => {
    const signedIn = await api.request('POST', '/api/session/', { as: null, body: { name, password: PASSWORD } })
    expect(signedIn.status).toBe(200)
    const listed = await sent('GET', `/api/usersession/?user=${user}&ordering=-id`)
    return (listed.json as { objects: { id: number }[] }).objects[0]?.id ?? 0
  }

  const PASSWORD = 'a password of a test'
  let count = 0
  const addUser = async (): Promise<{ user: number; name: string }> => {
    const name = `user${++count}`
    return { user: await made('/api/user/', { username: name, password: PASSWORD, email: '' }), name }
  }

  it.each([
    ['user', async () => (await addUser()).user],
    ['key', async () => made('/custom_api/key', { name: 'a key', user: (await addUser()).user })],
    ['grant', async () => made('/api/grant/', { user: (await addUser()).user, grant: 'card:list' })],
    ['usersession', async () => addUser().then(({ user, name }) => session(user, name))],
  ])('rows of %s are read, written and removed in every way', async (resource, make) => {
    for (const [method, suffix] of [
      ['DELETE', ''],
      ['POST', 'delete/'],
      ['DELETE', 'delete/'],
    ]) {
      const path = `/api/${resource}/${await make()}/`
      const row = await sent('GET', path)
      expect(row.status, row.text).toBe(200)
      await expectTags(api, path, true)
      for (const each of ['PUT', 'PATCH', 'POST']) expect((await sent(each, path, {})).json).toEqual(row.json)
      expect((await sent(method ?? '', path + suffix)).json).toEqual({ deleted: 1 })
    }
    const found = `/api/${resource}/?id=${await make()}`
    expect((await sent('DELETE', found, undefined, { Prefer: 'max-affected=1' })).json).toEqual({ deleted: 1 })
  })

  it('a movement, and what the audit has of it, are told by their numbers', async () => {
    expect((await sent('POST', '/custom_api/refill/1', { credit: 1 })).status).toBe(200)
    for (const path of ['/api/movement/1/', '/api/audit/1/']) await expectTags(api, path, false)
  })

  it.each([
    ['refill', { credit: 1 }],
    ['extra_charge', { amount: 1 }],
  ])('a %s is found by its key, and refused with another amount', async (name, body) => {
    const path = `/custom_api/${name}/1`
    const key = { 'Idempotency-Key': `of ${name}`.replace(' ', '-') }
    expect((await sent('POST', path, body, key)).status).toBe(200)
    expect((await sent('GET', path, undefined, key)).status).toBe(200)
    expect((await sent('POST', path, { credit: 2, amount: 2 }, key)).status).toBe(422)
  })

  it('a movement under a key is refused while another with the key is at work', async () => {
    const held = [
      { card: 1, operation: 'refill', method: 'POST', path: 'refill', body: { credit: 1 } },
      { card: 2, operation: 'refill', method: 'GET', path: 'refill' },
      { card: 3, operation: 'charge', method: 'POST', path: 'extra_charge', body: { amount: 1 } },
      { card: 4, operation: 'charge', method: 'GET', path: 'extra_charge' },
    ]
    await connection.beginTransaction()
    const sql =
      "insert into a2b_money_key (user_id, operation, given_by, idempotency_key, card_id, fingerprint) values (1, ?, 'client', ?, ?, '')"
    for (const { card, operation } of held) await connection.query(sql, [operation, `held-${card}`, card])
    const answers = await Promise.all(
      held.map(({ card, method, path, body }) =>
        sent(method, `/custom_api/${path}/${card}`, body, { 'Idempotency-Key': `held-${card}` }),
      ),
    )
    await connection.rollback()
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409])
    expect(answers.map(({ headers }) => headers.get('Retry-After'))).toEqual(['1', '1', '1', '1'])
  })

  it('a row that is changed is refused what a new one is', async () => {
    const [first, second] = (
      (await sent('GET', '/api/card/?limit=2')).json as { objects: { id: number; username: string }[] }
    ).objects
    for (const method of ['PUT', 'PATCH', 'POST']) {
      const path = `/api/card/${first?.id}/`
      expect((await sent(method, path, { username: second?.username })).status).toBe(409)
      expect((await sent(method, path, { status: 'x' })).status).toBe(422)
    }
  })

  it.each([0, '0', '-0', '0.0'])(
    'a dial prefix of %j is refused, of which the database would make another',
    async (prefix) => {
      const before = await connection.query('select max(prefix), count(*) from cc_prefix')
      const answer = await sent('POST', '/api/prefix/', { prefix })
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Must not be 0')])
      expect((await connection.query('select max(prefix), count(*) from cc_prefix'))[0]).toEqual(before[0])
      expect((await sent('POST', '/api/prefix/', { prefix: 987_654_321 })).status).toBe(200)
      expect((await sent('DELETE', '/api/prefix/987654321/')).status).toBe(200)
    },
  )

  it('the process tells that it runs', async () => {
    expect((await sent('GET', '/health/live')).json).toEqual({ status: 'live' })
  })
})
