/** Writes as the server makes them: what plugins do around them, what the audit keeps, and what an engine can undo. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resources } from '../../../generated/index.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { auditOn, auditTables } from '../../../src/audit/audit.ts'
import { openDb } from '../../../src/db/connect.ts'
import { transactionalTables } from '../../../src/db/engines.ts'
import { ApiError } from '../../../src/errors.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import type { Origin } from '../../../src/origin.ts'
import { migrate } from '../../../src/own-tables/migrate.ts'
import type { Api } from '../../../src/resources/api.ts'
import type { ResourceHooks } from '../../../src/resources/hooks.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { admin, apiOn } from '../../helpers/callers.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { createRow, removeRow, updateRowByKey } from '../../helpers/rows.ts'

const origin: Origin = {
  caller: { ...admin, id: 7, name: 'anna', keyId: 3 },
  address: '192.0.2.1',
  requestId: 'request-1',
  reason: 'ticket 12',
}

describeDatabase.each(['MyISAM', 'InnoDB'] as const)('a write to %s', (engine) => {
  let database: TestDatabase
  let connection: Connection
  let api: Api
  let hooks: Record<string, ResourceHooks>
  const resource = (name: string): Resource => resources.get(name) as Resource

  beforeAll(async () => {
    database = await createTestDatabase()
    await createSchema({ url: database.url, database: database.name, ...(engine === 'InnoDB' && { engine }) })
    const db = openDb({ url: database.url, connectionLimit: 2 })
    await migrate(db, [auditTables])
    const transactional = await transactionalTables(db)
    api = {
      ...apiOn(db, resources),
      hooks: { of: (name) => hooks[name] },
      audit: auditOn(db),
      canRollBack: (table) => transactional.has(table),
    }
    connection = await createConnection({ uri: database.url })
  })
  beforeEach(async () => {
    hooks = {}
    await connection.query('truncate a2b_audit')
    await connection.query('truncate cc_card_group')
  })
  afterAll(async () => {
    await connection.end()
    await api.db.close()
    await database.drop()
  })

  const select = async (sql: string): Promise<RowDataPacket[]> => (await connection.query<RowDataPacket[]>(sql))[0]
  const audited = async (): Promise<unknown[]> =>
    (await select('select * from a2b_audit order by id')).map(({ changes, ...row }) => ({
      ...row,
      changes: JSON.parse(changes),
    }))
  const groups = async (): Promise<unknown[]> =>
    (await select('select name from cc_card_group')).map(({ name }) => name)
  const create = (name: string, body: string): Promise<string> =>
    createRow(api, resource(name), origin, parseExactJson(body))

  it('is in the audit: who, from where, why, and what changed from what to what', async () => {
    await create('cardgroup', '{"name":"Staff","id_agent":4}')
    await updateRowByKey(api, resource('cardgroup'), origin, '1', parseExactJson('{"name":"Gold","id_agent":4.0}'))
    await removeRow(api, resource('cardgroup'), origin, '1')
    const who = {
      user_id: 7,
      user_name: 'anna',
      key_id: 3,
      address: '192.0.2.1',
      request_id: 'request-1',
      reason: 'ticket 12',
      resource: 'cardgroup',
      row_key: '1',
    }
    expect(await audited()).toMatchObject([
      { ...who, operation: 'create', changes: { id: [null, '1'], name: [null, 'Staff'], id_agent: [null, '4'] } },
      { ...who, operation: 'update', changes: { name: ['Staff', 'Gold'] } },
      { ...who, operation: 'delete', changes: { name: ['Gold', null], id_agent: ['4', null] } },
    ])
  })

  it('keeps secrets out of the audit, and says that they changed', async () => {
    const fields = '"username":"4321","useralias":"x","credit":5,"tariff":1'
    await create('card', `{${fields},"uipass":"canary-1"}`)
    await updateRowByKey(api, resource('card'), origin, '1', parseExactJson('{"uipass":"canary-2","lastname":"Ng"}'))
    await removeRow(api, resource('card'), origin, '1')
    const rows = await audited()
    expect(rows).toMatchObject([
      { changes: { credit: [null, '5.00000'], uipass: 'changed' } },
      { changes: { uipass: 'changed', lastname: ['', 'Ng'] } },
      { changes: { uipass: 'changed', lastname: ['Ng', null] } },
    ])
    expect(JSON.stringify(rows)).not.toContain('canary')
  })

  it('that is refused leaves nothing in the audit', async () => {
    await expect(create('cardgroup', '{"nme":"x"}')).rejects.toThrow(ApiError)
    await expect(removeRow(api, resource('cardgroup'), origin, '9')).rejects.toThrow(ApiError)
    expect(await audited()).toEqual([])
  })

  it('asks plugins in order, each seeing what the one before left', async () => {
    const seen: unknown[] = []
    hooks['cardgroup'] = {
      validate: ({ values, key, operation }) => {
        seen.push(['validate', operation, key, values])
        return { ...values, name: 'from validate' }
      },
      beforeCreate: async ({ values, db }) => {
        seen.push(['before', values, await db.selectFrom('cc_card_group').select('id').execute()])
        return { ...values, name: 'from before', description: 'added' }
      },
      afterCreate: async ({ values, row, key, db }) => {
        const { name, description } = row
        seen.push(['after', values, key, { name, description }])
        await db.insertInto('cc_card_group').values({ name: 'from after', id_agent: 0, users_perms: 0 }).execute()
      },
      afterCommit: async ({ row }) => void seen.push(['committed', row['name'], await groups()]),
    }
    const answer = await create('cardgroup', '{"name":"given","id_agent":5.0}')
    expect(JSON.parse(answer)).toMatchObject({ name: 'from before', description: 'added', id_agent: 5 })
    expect(seen).toEqual([
      ['validate', 'create', null, { name: 'given', id_agent: '5.0' }],
      ['before', { name: 'from validate', id_agent: '5.0' }, []],
      [
        'after',
        { name: 'from before', description: 'added', id_agent: '5.0' },
        '1',
        { name: 'from before', description: 'added' },
      ],
      ['committed', 'from before', ['from before', 'from after']],
    ])
  })

  it('holds plugins to the rules for bodies', async () => {
    hooks['cardgroup'] = { beforeCreate: ({ values }) => ({ ...values, id_agent: 'many' }) }
    await expect(create('cardgroup', '{"name":"x"}')).rejects.toMatchObject({ code: 'invalid_value' })
    hooks['cardgroup'] = { validate: ({ values }) => ({ ...values, nme: 'x' }) }
    await expect(create('cardgroup', '{"name":"x"}')).rejects.toMatchObject({ code: 'unknown_field' })
    expect(await groups()).toEqual([])
  })

  describe('that a plugin refuses', () => {
    const refusal = new ApiError('invalid_value', 'Not on Fridays.')
    const refuse = (): never => {
      throw refusal
    }
    const writes = {
      Create: () => create('cardgroup', '{"name":"new"}'),
      Update: () => updateRowByKey(api, resource('cardgroup'), origin, '1', { name: 'changed' }),
      Delete: () => removeRow(api, resource('cardgroup'), origin, '1'),
    }
    beforeEach(async () => {
      await connection.query("insert into cc_card_group (name, id_agent, users_perms) values ('old', 0, 0)")
    })

    it.each(['Create', 'Update', 'Delete'] as const)('before the %s has not happened', async (phase) => {
      hooks['cardgroup'] = { [`before${phase}`]: refuse }
      await expect(writes[phase]()).rejects.toMatchObject({ message: 'Not on Fridays.' })
      expect(await groups()).toEqual(['old'])
      expect(await audited()).toEqual([])
    })

    it.each([
      { phase: 'Create', left: ['old', 'new'] },
      { phase: 'Update', left: ['changed'] },
      { phase: 'Delete', left: [] },
    ] as const)('after the $phase is undone where it can be, and told of where it cannot', async ({ phase, left }) => {
      let told: boolean | undefined
      hooks['cardgroup'] = {
        [`after${phase}`]: ({ canRollBack }: { canRollBack: boolean }) => {
          told = canRollBack
          refuse()
        },
      }
      const error: unknown = await writes[phase]().catch((thrown: unknown) => thrown)
      const [says, rows] =
        engine === 'InnoDB'
          ? ['Not on Fridays.', ['old']]
          : [
              'Not on Fridays. The cardgroup itself was written and stays so: the table cc_card_group cannot roll back.',
              left,
            ]
      expect([told, (error as ApiError).message, await groups()]).toEqual([engine === 'InnoDB', says, rows])
      expect(await audited()).toEqual([])
    })
  })
})
