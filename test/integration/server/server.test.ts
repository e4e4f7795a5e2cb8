import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../../../src/http/log.ts'
import { startApi } from '../../../src/server.ts'
import type { RunningApi } from '../../../src/server.ts'
import { noDrift } from '../../helpers/drift.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { openBilling } from './billing.ts'
import type { Billing } from './billing.ts'

const authorization = `Basic ${Buffer.from('admin:correct horse').toString('base64')}`
const reader = `Basic ${Buffer.from('reader:only reads').toString('base64')}`

interface Answer {
  readonly status: number
  readonly text: string
  readonly connection: string | undefined
}

const BLOCKED =
  "select id from information_schema.processlist where db = database() and info like '%cc_country%' and id <> connection_id()"

/** Holds an update of a card where a test wants it; one name on the whole server, so one of each process. */
const GATE = `gate_${process.pid}`
const AT_GATE = `select id from information_schema.processlist where db = database() and info like '%get_lock(%${GATE}%' and id <> connection_id()`

const NO_DRIFT = '"schema":{"status":"equal","breaking":0,"additive":0}'

interface Init {
  readonly method?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

describeDatabase.each([undefined, 'InnoDB'] as const)('the server on %s tables', (engine) => {
  let billing: Billing
  beforeAll(async () => {
    billing = await openBilling(engine)
  })
  afterAll(() => billing.close())

  const lines: Record<string, unknown>[] = []
  const printed: string[] = []
  function start(settings: NodeJS.ProcessEnv = {}): Promise<RunningApi> {
    const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) })
    const env = { A2B_DATABASE_URL: billing.url, A2B_PORT: '0', A2B_ADMIN_PASSWORD: 'correct horse', ...settings }
    return startApi(env, { checkDrift: noDrift, log, print: (line) => printed.push(line), cwd: import.meta.dirname })
  }

  /** `agent` keeps the connection for the next request. */
  function ask(url: string, agent: Agent, init: Init = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization, 'content-type': 'application/json', ...init.headers }
      request(url, { agent, headers, method: init.method ?? 'GET' }, async (response) => {
        const text = (await response.setEncoding('utf8').toArray()).join('')
        resolve({ status: response.statusCode ?? 0, text, connection: response.headers.connection })
      })
        .on('error', reject)
        .end(init.body)
    })
  }

  it('serves health, the document, tables and money, with and without the final slash', async () => {
    const card = await billing.addCard({ credit: '10.00000' })
    const api = await start()
    const agent = new Agent({ keepAlive: true })
    try {
      const list = await ask(`${api.url}/api/`, agent)
      expect(JSON.parse(list.text)).toMatchObject({ resources: { card: '/api/card/' } })
      const document = JSON.parse((await ask(`${api.url}/openapi.json`, agent)).text)
      expect(Object.keys(document.paths)).toEqual(
        expect.arrayContaining(['/api/card/', '/custom_api/refill/{card_id}']),
      )
      const row = await ask(`${api.url}/api/card/${card}`, agent)
      expect([row.status, row.text]).toEqual([200, expect.stringMatching(/"credit": ?10\.00000/)])
      const refill = await ask(`${api.url}/custom_api/refill/${card}`, agent, { method: 'POST', body: '{"credit": 5}' })
      expect([refill.status, JSON.parse(refill.text).current_balance]).toEqual([200, 15])
      expect(refill.text).toContain('"current_balance":15.00000')
      const charge = await ask(`${api.url}/custom_api/extra_charge/${card}/`, agent, {
        method: 'POST',
        body: '{"amount": "2.5"}',
      })
      expect([charge.status, charge.text]).toEqual([200, expect.stringContaining('"current_balance":12.50000')])
      const missing = await ask(`${api.url}/custom_api/refill/${card}`, agent, { method: 'POST' })
      expect([missing.status, JSON.parse(missing.text).error]).toEqual([400, 'Missing credit parameter.'])
      const word = await ask(`${api.url}/custom_api/refill/abc`, agent, { method: 'POST', body: '{"credit": 5}' })
      expect(word.status).toBe(404)
      const keyed = await ask(`${api.url}/custom_api/refill/${card}`, agent, {
        method: 'POST',
        body: '{"credit": 5.000000}',
        headers: { 'idempotency-key': 'k-1' },
      })
      expect([keyed.status, await billing.balance(card)]).toEqual([200, '17.50000'])
    } finally {
      agent.destroy()
      await api.close()
    }
    expect(printed).toEqual([])
  })

  it('says aloud on which tables a crash can leave half a movement', () => {
    const warnings = lines.filter(({ level, tables }) => level === 'warn' && tables)
    const tables = ['cc_card', 'cc_charge', 'cc_logpayment', 'cc_logrefill']
    expect(warnings).toMatchObject(engine === 'InnoDB' ? [] : [{ tables }])
  })

  it('keeps room for others while one user asks for much, and takes nothing from who may not write', async () => {
    const api = await start({ A2B_POOL_SIZE: '4' })
    const agent = new Agent({ keepAlive: true })
    const card = await billing.addCard()
    const legacyHash = `d5f8b$${createHash('sha1').update('d5f8bonly reads').digest('hex')}`
    const add = "insert into `user` (username, password, active, admin) values ('reader', ?, 1, 0)"
    await billing.run(add, legacyHash)
    const headers = { authorization: reader }
    try {
      const broken = await ask(`${api.url}/api/card/`, agent, { method: 'POST', body: '{bad', headers })
      expect(broken.status).toBe(403)
      // Hashing this password while the others wait would take from the five seconds that they wait for the lock.
      expect(await ask(`${api.url}/api/card/${card}`, agent)).toMatchObject({ status: 200 })
      const slow = await billing.db.session(async (session) => {
        await session.write({ sql: 'lock tables cc_country write', parameters: [] })
        const waiting = Array.from({ length: 24 }, (_, page) =>
          ask(`${api.url}/api/country/?page=${page + 1}`, agent, { headers }),
        )
        await expect.poll(() => billing.query(BLOCKED), { timeout: 5000 }).toHaveLength(3)
        expect(await ask(`${api.url}/api/card/${card}`, agent)).toMatchObject({ status: 200 })
        await session.write({ sql: 'unlock tables', parameters: [] })
        return waiting
      })
      expect(new Set((await Promise.all(slow)).map(({ status }) => status))).toEqual(new Set([200]))
    } finally {
      agent.destroy()
      await api.close()
    }
  })

  it('says that it is stopping to whoever watches, before it refuses connections', async () => {
    const api = await start()
    const agent = new Agent({ keepAlive: true })
    try {
      const ready = await ask(`${api.url}/health/ready`, agent)
      expect(ready).toEqual({ status: 200, text: `{"status":"ready",${NO_DRIFT}}`, connection: 'keep-alive' })
      const closing = api.close()
      // Both at once: connections are refused one second later.
      const [draining, list] = await Promise.all([
        ask(`${api.url}/health/ready`, new Agent()),
        ask(`${api.url}/api/`, agent),
      ])
      expect(draining).toEqual({ status: 503, text: `{"status":"draining",${NO_DRIFT}}`, connection: 'close' })
      expect(list).toMatchObject({ status: 200, connection: 'close' })
      await closing
      await expect(ask(`${api.url}/health/live`, new Agent())).rejects.toThrow('ECONNREFUSED')
    } finally {
      agent.destroy()
    }
  })

  it('finishes what is running when it is stopped, and takes nothing new', async () => {
    const card = await billing.addCard({ credit: '10.00000' })
    const api = await start()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const idle = new Agent({ keepAlive: true, maxSockets: 1 })
    await ask(`${api.url}/health/live`, idle)
    await ask(`${api.url}/api/card/${card}`, agent)
    await billing.run(
      `create trigger slow before update on cc_card for each row follows cc_card_serial_update
       do get_lock('${GATE}', 60) + release_lock('${GATE}')`,
    )
    try {
      const running = await billing.db.session(async (session) => {
        await session.readRows({ sql: `select get_lock('${GATE}', 0)`, parameters: [] })
        const refill = ask(`${api.url}/custom_api/refill/${card}`, agent, { method: 'POST', body: '{"credit": 5}' })
        await expect.poll(() => billing.query(AT_GATE), { timeout: 9000 }).toHaveLength(1)
        const closing = api.close()
        await expect(ask(`${api.url}/health/live`, new Agent())).rejects.toThrow('ECONNREFUSED')
        await session.readRows({ sql: `select release_lock('${GATE}')`, parameters: [] })
        await closing
        return refill
      })
      expect(running).toMatchObject({ status: 200, text: expect.stringContaining('"current_balance":15.00000') })
    } finally {
      await billing.run('drop trigger slow')
      agent.destroy()
      idle.destroy()
    }
    expect(await billing.balance(card)).toBe('15.00000')
  })

  it('names the setting when the port is taken, and leaves nothing open', async () => {
    const api = await start()
    const { port } = new URL(api.url)
    await expect(start({ A2B_PORT: port })).rejects.toThrow(`port ${port} is taken by another program. Set A2B_PORT`)
    await api.close()
  })

  it('does not start without its database, and says what keeps it from it', async () => {
    const started = start({ A2B_DATABASE_URL: 'mysql://root@127.0.0.1:1/none' })
    await expect(started).rejects.toThrow(/A2B_DATABASE_URL names cannot be used: .*ECONNREFUSED/)
  })
})
