/** The client against the real server and its demo rows; what it says is held against SQL. */
import { createClient, ProblemError } from 'a2billing-api/client'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN, startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase('a2billing-api/client', () => {
  let api: TestApi
  let connection: Connection
  let client: ReturnType<typeof createClient>
  beforeAll(async () => {
    api = await startTestApi({ engine: 'InnoDB', rows: true })
    connection = await createConnection({ uri: api.database.url })
    client = createClient({ baseUrl: api.url, credentials: ADMIN })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  const sql = async (text: string): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(text))[0]

  it('creates, reads, changes and deletes, with every digit', async () => {
    const { id } = await client.create('callerid', { cid: '33123456789', id_cc_card: 1 }, { reason: 'für Juli' })
    expect(await client.update('callerid', id, { cid: '33999' })).toMatchObject({ id, cid: '33999' })
    await client.remove('callerid', id)
    await expect(client.read('callerid', id)).rejects.toMatchObject({ code: 'not_found' })
    const [audit] = (await client.list('audit', { resource: 'callerid', ordering: 'id' })).objects
    expect(audit).toMatchObject({ reason: 'für Juli', row_key: String(id) })
    await sql('UPDATE cc_card SET credit = 1234567890.12345 WHERE id = 2')
    expect((await client.read('card', 2)).credit).toBe('1234567890.12345')
    expect((await client.update('card', 2, { lastname: 'Exact' })).credit).toBe('1234567890.12345')
  })

  it('moves money once for each key', async () => {
    const before = await client.read('card', 3)
    const first = await client.refill(3, '5.25', { idempotencyKey: 'client-1' })
    expect(await client.refill(3, '5.25', { idempotencyKey: 'client-1' })).toEqual(first)
    expect(first.credited).toBe('5.25000')
    const charged = await client.charge(3, '5.25')
    expect(charged).toMatchObject({ amount: '5.25000', current_balance: before.credit })
    await expect(client.refill(3, '6', { idempotencyKey: 'client-1' })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    })
    expect(await sql('SELECT COUNT(*) AS n FROM cc_logrefill WHERE card_id = 3 AND credit = 5.25')).toMatchObject([
      { n: 1 },
    ])
  })

  it('walks and exports every row once', async () => {
    const ids = (await sql('SELECT id FROM cc_call WHERE terminatecauseid = 1 ORDER BY id')).map(({ id }) => Number(id))
    expect(ids.length).toBeGreaterThan(1000)
    const walked = await Array.fromAsync(client.rows('call', { terminatecauseid: 1, fields: ['id'] }))
    expect(walked.map(({ id }) => id)).toEqual(ids)
    const exported = await Array.fromAsync(client.export('call', { terminatecauseid: 1 }))
    expect(exported.map(({ id }) => id)).toEqual(ids)
    expect(exported[0]?.buycost).toMatch(/^\d+\.\d+$/)
    expect(await Array.fromAsync(client.rows('card', { ordering: 'city', limit: 7 }))).toHaveLength(7)
  })

  it('exports every row once through a proxy that ends answers between two lines', async () => {
    await sql(
      'INSERT IGNORE INTO cc_agent_tariffgroup (id_agent, id_tariffgroup) SELECT a.id, t.id FROM cc_card a JOIN cc_card t WHERE a.id < 20 AND t.id < 20',
    )
    let answers = 0
    const proxied = createClient({
      baseUrl: api.url,
      credentials: ADMIN,
      fetch: async (request) => {
        const answer = await fetch(request)
        answers++
        const lines = (await answer.text()).split(/(?<=\n)/)
        return new Response(lines.slice(0, 100).join(''), answer)
      },
    })
    const pairs = await Array.fromAsync(proxied.export('agenttariffgroup', { id_agent__gt: 1 }))
    const stored = await sql('SELECT * FROM cc_agent_tariffgroup WHERE id_agent > 1 ORDER BY id_agent, id_tariffgroup')
    expect(stored.length).toBeGreaterThan(300)
    expect(pairs).toEqual(stored)
    expect(await client.read('agenttariffgroup', '2,3')).toEqual({ id_agent: 2, id_tariffgroup: 3 })
    expect(answers).toBe(Math.ceil((stored.length + 1) / 100))
    const other = Array.fromAsync(proxied.export('call', { ordering: 'starttime' }))
    await expect(other).rejects.toMatchObject({ name: 'IncompleteExportError', came: 100 })
    expect(await Array.fromAsync(proxied.export('call', { limit: 250, fields: ['id'] }))).toHaveLength(250)
  })

  it('sums exactly', async () => {
    const [figures] = await client.figures('call', { agg: ['count', 'sum(buycost)'], terminatecauseid: 1 })
    const [want] = await sql('SELECT COUNT(*) AS n, SUM(buycost) AS s FROM cc_call WHERE terminatecauseid = 1')
    expect(figures).toEqual({ count: Number(want?.['n']), sum_buycost: String(want?.['s']) })
  })

  it('works with a key of few rights, and throws what it may not', async () => {
    const { key } = await client.issueKey({ name: 'few', grants: 'card:get' })
    const few = createClient({ baseUrl: api.url, credentials: { key } })
    expect((await few.read('card', 1)).id).toBe(1)
    const refused = await few.list('card').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ProblemError)
    expect(refused).toMatchObject({ code: 'forbidden', status: 403 })
  })

  it('leaves every address to openapi-fetch', async () => {
    const { data } = await client.http.GET('/health/ready')
    expect(data).toMatchObject({ status: expect.any(String) })
    const list = await client.http.GET('/api/card/', { params: { query: { status: 1, limit: 1 } } })
    expect(list.data?.objects[0]?.['credit']).toEqual(expect.any(String))
  })
})
