/** The door is one: refill, from a folder outside of this one, is what it is as it comes with the server. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSchema } from '../../../scripts/demo/create.ts'
import { resources } from '../../../generated/index.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { ADMIN, basicAuth } from '../../helpers/api.ts'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'
import { runA2b } from '../../helpers/run-a2b.ts'
import { sampleRow } from '../../helpers/sample-row.ts'
import { whileServing } from '../../helpers/serving.ts'

const root = join(import.meta.dirname, '../../..')
const card = resources.get('card') as Resource

// Each test starts the server several times, on a machine that may be busy.
describeDatabase('refill from a folder elsewhere', { timeout: 180_000 }, () => {
  let folder: string
  const folders = { inside: '', outside: '' }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'a2b-outside-'))
    for (const name of ['inside', 'outside'] as const) {
      folders[name] = join(folder, name)
      mkdirSync(join(folders[name], 'node_modules'), { recursive: true })
    }
    const source = readFileSync(join(root, 'src/plugins/refill.ts'), 'utf8')
    writeFileSync(
      join(folders.outside, 'refill.ts'),
      source.replaceAll(/from '\.[^']*'/g, "from 'a2billing-api/plugin'"),
    )
    symlinkSync(root, join(folders.outside, 'node_modules/a2billing-api'))
    const config = { plugins: { load: ['./refill.ts'], off: ['refill'] } }
    writeFileSync(join(folders.outside, 'a2b.config.ts'), `export default ${JSON.stringify(config)}\n`)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** On a new database, so that every number in an answer is the same. */
  async function observe(cwd: string, settings: NodeJS.ProcessEnv = {}): Promise<unknown[]> {
    const database = await createTestDatabase()
    await createSchema({ url: database.url, database: database.name, engine: 'InnoDB' })
    await addUsers(database.url)
    const env = { A2B_DATABASE_URL: database.url, ...settings }
    try {
      return await whileServing(cwd, env, observations)
    } finally {
      await database.drop()
    }
  }

  /** An administrator, and a user who was granted nothing and so only reads. */
  async function addUsers(url: string): Promise<void> {
    const connection = await createConnection({ uri: url })
    const table =
      'create table user (id int primary key auto_increment, username varchar(255), password varchar(255), ' +
      'email varchar(255), active tinyint(1), admin tinyint(1))'
    await connection.query(table)
    const rows = "insert into user values (1, ?, ?, '', 1, 1), (2, 'reader', ?, '', 1, 0)"
    await connection.query(rows, [ADMIN.name, legacyHash(ADMIN.password), legacyHash('secret')])
    await connection.end()
  }

  /** As the original API stores it. */
  function legacyHash(password: string): string {
    return `d5f8b$${createHash('sha1').update(`d5f8b${password}`).digest('hex')}`
  }

  async function observations(url: string): Promise<unknown[]> {
    const headers = { Authorization: basicAuth(ADMIN.name, ADMIN.password), 'Content-Type': 'application/json' }
    const ask = async (method: string, path: string, body?: object, more: object = {}) => {
      const init = { method, headers: { ...headers, ...more }, ...(body && { body: JSON.stringify(body) }) }
      const response = await fetch(url + path, init)
      const text = (await response.text()).replaceAll(/"request_id":"[^"]*"/g, '')
      return { status: response.status, text, replayed: response.headers.get('idempotent-replayed') }
    }
    await ask('POST', '/api/card/', { ...sampleRow(card, 1), id: 7, vat: 25, credit: 1 })
    const path = '/custom_api/refill/7'
    const key = { 'Idempotency-Key': 'a-key' }
    return [
      await ask('POST', path, { credit: '5.25' }),
      await ask('POST', path, { credit: 5 }, key),
      await ask('POST', path, { credit: 5 }, key),
      await ask('POST', path, { credit: 6 }, key),
      await ask('GET', path, undefined, key),
      await ask('GET', path, undefined, { 'Idempotency-Key': 'another' }),
      await ask('POST', path, {}),
      await ask('POST', path, { credit: 'x' }),
      await ask('POST', '/custom_api/refill/999', { credit: 5 }),
      await ask('POST', path, { credit: 5 }, { Authorization: 'Basic eDp5' }),
      await ask('POST', path, { credit: 5 }, { Authorization: basicAuth('reader', 'secret') }),
      await ask('GET', '/api/card/7/'),
      await ask('GET', '/openapi.json'),
    ]
  }

  it('answers and replays the same, is set the same, and describes itself by the same bytes', async () => {
    const settings = { A2B_REFILL_VAT: 'net' }
    const [inside, outside] = [await observe(folders.inside, settings), await observe(folders.outside, settings)]
    expect(outside).toEqual(inside)
    expect(inside).toMatchObject([
      { status: 200, text: expect.stringContaining('"credited":4.20000,"current_balance":5.20000') },
      { status: 200, replayed: null },
      { status: 200, replayed: 'true' },
      { status: 422, text: expect.stringContaining('idempotency-key-reused') },
      { status: 200, replayed: 'true' },
      { status: 404, text: expect.stringContaining('unknown-idempotency-key') },
      { status: 400 },
      { status: 422 },
      { status: 404 },
      { status: 401 },
      { status: 403, text: expect.stringContaining('money:refill') },
      { status: 200, text: expect.stringContaining('"credit":9.20000') },
      { status: 200, text: expect.stringContaining('"x-permission":"money:refill"') },
    ])
  })

  it('refuses the same setting', async () => {
    const refused = /^a2b: A2B_REFILL_VAT: expected one of compat, net\.$/m
    for (const cwd of Object.values(folders)) {
      const { code, err } = await runA2b(['serve'], { A2B_REFILL_VAT: 'gross' }, undefined, cwd)
      expect([code, err]).toEqual([2, expect.stringMatching(refused)])
    }
  })

  it('the control: switched off and not loaded, there is no refill', async () => {
    const cwd = join(folder, 'off')
    mkdirSync(cwd)
    writeFileSync(join(cwd, 'a2b.config.ts'), "export default { plugins: { off: ['refill'] } }\n")
    const [first, ...others] = await observe(cwd)
    expect(first).toMatchObject({ status: 404 })
    expect(others.at(-1)).toMatchObject({ text: expect.not.stringContaining('refillCard') })
  })
})
