import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { startTestApi, type TestApi } from '../../helpers/api.ts'
import { describeDatabase } from '../../helpers/mariadb.ts'
import { sampleRow } from '../../helpers/sample-row.ts'

const card = resources.get('card') as Resource

describeDatabase.each([undefined, 'InnoDB'] as const)('a plugin that misbehaves, on %s tables', (engine) => {
  let api: TestApi
  let connection: Connection
  beforeAll(async () => {
    const load = [`${import.meta.dirname}/fixtures/hostile.ts`]
    api = await startTestApi({ ...(engine && { engine }), plugins: { load }, env: { A2B_HOOK_TIMEOUT: '1' } })
    connection = await createConnection({ uri: api.database.url, rowsAsArray: true })
  })
  afterAll(async () => {
    await connection.end()
    await api.close()
  })

  let made = 0
  const create = (fields: object) =>
    api.request('POST', '/api/card/', { body: { ...sampleRow(card, ++made), ...fields } })
  const count = async (table: string): Promise<number> => {
    const [[row]] = await connection.query<RowDataPacket[]>('select count(*) from ??', [table])
    return Number(row?.[0])
  }

  it('changes values before they are written', async () => {
    const { status, json } = await create({ firstname: 'lower' })
    expect([status, json]).toMatchObject([200, { firstname: 'upper' }])
  })

  it('writes in the transaction of the row', async () => {
    const { status, json } = await create({ lastname: 'add at afterCreate' })
    const [[row]] = await connection.query<RowDataPacket[]>(
      'select card_id from a2b_hostile order by card_id desc limit 1',
    )
    expect([status, row?.[0]]).toEqual([200, (json as { id: number }).id])
  })

  it.each(['throw', 'hang', 'undeclared', 'raw', 'balance'])(
    'and its hook that does what it should not keeps the row from being written: %s',
    async (what) => {
      const before = await count('cc_card')
      const { status, text } = await create({ lastname: `${what} at beforeCreate` })
      expect([status, text]).toEqual([500, expect.stringContaining('urn:a2billing-api:error:plugin-failed')])
      expect(text).not.toMatch(/canary|hostile|cc_config/)
      expect(await count('cc_card')).toBe(before)
      expect(api.warnings.at(-1)).toMatchObject({
        level: 'error',
        err: { cause: { message: 'Plugin "hostile", hook card.beforeCreate' } },
      })
    },
  )

  it.each(['refuse', 'throw', 'hang'])('and %s after the write takes it back, where the engine can', async (what) => {
    const before = await count('cc_card')
    const { status, text } = await create({ lastname: `${what} at afterCreate` })
    expect(status).toBe(what === 'refuse' ? 422 : 500)
    expect(await count('cc_card')).toBe(engine === 'InnoDB' ? before : before + 1)
    if (engine === 'InnoDB') expect(text).not.toContain('cannot roll back')
    else if (what === 'refuse') expect(text).toContain('the table cc_card cannot roll back')
  })

  it('and what fails after the commit changes nothing any more', async () => {
    expect((await create({ lastname: 'throw at afterCommit' })).status).toBe(200)
    expect(api.warnings.at(-1)).toMatchObject({ level: 'error', plugin: 'hostile' })
  })

  it.each(['throw', 'undeclared', 'raw', 'balance'])('and its route fails in its own name: %s', async (what) => {
    const { status, text } = await api.request('POST', '/custom_api/hostile', { body: { what } })
    expect([status, text]).toEqual([500, expect.stringContaining('plugin-failed')])
    expect(text).not.toMatch(/canary|hostile"|cc_config/)
    expect(api.warnings.at(-1)).toMatchObject({
      err: { cause: { message: 'Plugin "hostile", POST /custom_api/hostile' } },
    })
  })

  it('writes for somebody: all of it and the row of the audit, or nothing', async () => {
    const counts = async () => [await count('a2b_hostile'), await count('a2b_audit')]
    const [rows = 0, entries = 0] = await counts()
    const ask = async (what: string) => (await api.request('POST', '/custom_api/hostile', { body: { what } })).status
    expect(await ask('add and fail')).toBe(422)
    expect(await ask('add for no audit')).toBe(500)
    expect(await counts()).toEqual([rows, entries])
    expect(await ask('add')).toBe(200)
    expect(await counts()).toEqual([rows + 1, entries + 1])
    const [[entry]] = await connection.query<RowDataPacket[]>(
      'select user_name, operation, resource, row_key from a2b_audit order by id desc limit 1',
    )
    expect(entry).toEqual(['admin', 'add', 'hostile', '1'])
  })

  it('and cannot write for nobody in a route, nor with the handle of a write that is over', async () => {
    const before = await count('a2b_hostile')
    const ask = async (what: string) => (await api.request('POST', '/custom_api/hostile', { body: { what } })).status
    expect(await ask('add for nobody')).toBe(500)
    expect(await count('a2b_hostile')).toBe(before)
    expect(api.warnings.at(-1)).toMatchObject({
      err: { cause: { cause: { message: expect.stringContaining('a route writes by host.write') } } },
    })
    expect(await ask('add for later')).toBe(500)
    expect(await count('a2b_hostile')).toBe(before + 1)
  })

  it('and others are served all the while', async () => {
    const hanging = create({ lastname: 'hang at beforeCreate' })
    expect((await api.request('GET', '/api/card/')).status).toBe(200)
    expect((await hanging).status).toBe(500)
  })
})

describeDatabase('a plugin whose resource has a column that its table lacks', () => {
  it('keeps the server from starting, by name', async () => {
    const load = [`${import.meta.dirname}/fixtures/forgetful.ts`]
    await expect(startTestApi({ plugins: { load } })).rejects.toThrow(
      /Plugin "forgetful" \(.*forgetful.ts\), resource memory: the table a2b_forgetful has no column texts. Did you mean "text"\?/,
    )
  })
})
