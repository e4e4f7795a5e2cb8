/**
 * The `generator` section of `a2b.config.ts` from end to end: a database, the golden case `configured` as its settings,
 * what is generated from both, and rows through it, held against the document.
 */
import { admin, apiOn, from, readerOf } from '../../helpers/callers.ts'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import { parseSnapshot } from '../../../codegen/introspection/snapshot.ts'
import type { ProfileExtension } from '../../../codegen/profile/profile.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import { openDb } from '../../../src/db/connect.ts'
import { parseExactJson } from '../../../src/json-number.ts'
import type { Api } from '../../../src/resources/api.ts'
import type { Resource } from '../../../src/resources/resource.ts'
import { projectFolder } from '../../helpers/generated-project.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { PRIVATE_DIRECTORY } from '../../helpers/mariadb-template.ts'
import { createRow, listRows, readRow, removeRow, updateRowByKey } from '../../helpers/rows.ts'

const golden = new URL('../../golden/configured/', import.meta.url)
const snapshot = parseSnapshot(readFileSync(new URL('snapshot.json', golden), 'utf8'), 'configured')
const settings = JSON.parse(readFileSync(new URL('config.json', golden), 'utf8')) as ProfileExtension
const reader = readerOf(['customer', 'card', 'log'])

describeDatabase('settings', () => {
  const folder = projectFolder('settings')
  let database: TestDatabase
  let api: Api
  let customer: Resource
  let isRow: (json: string) => boolean
  beforeAll(async () => {
    database = await createTestDatabase()
    const target = { socketPath: database.socketPath, database: database.name }
    await createSchema({ ...target, snapshot, objects: { views: {}, triggers: {} } })
    const { resources, openapi } = await folder.add('generated', await introspect(database.url), settings)
    api = apiOn(openDb({ url: database.url, timeZone: '+00:00' }), resources)
    customer = resources.get('customer') as Resource
    const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(openapi as object, 'openapi')
    const validate = ajv.getSchema('openapi#/components/schemas/Customer')
    isRow = (json) => validate?.(JSON.parse(json)) === true
  })
  beforeEach(() => run('truncate crm_customers'))
  afterAll(async () => {
    await api.db.close()
    await database.drop()
    folder.remove()
  })

  const run = (sql: string) => api.db.write({ sql, parameters: [] })
  const create = (json: string) => createRow(api, customer, from(admin), parseExactJson(json))
  const change = (json: string) => updateRowByKey(api, customer, from(admin), '1', parseExactJson(json))
  const stored = async () =>
    (await api.db.readRows({ sql: 'select vip, blocked, mails from crm_customers', parameters: [] }))[0]
  const keysOf = async (query: string) =>
    (JSON.parse(await listRows(api, customer, reader, query)) as { objects: { id: number }[] }).objects.map(
      ({ id }) => id,
    )

  it('serve what is included and not excluded', () => {
    expect([...api.resources.keys()]).toEqual(['card', 'crmlog', 'crmmailqueue', 'customer'])
  })

  it('turn a flag both ways, whatever its column', async () => {
    const created = await create('{"vip":true,"mails":false}')
    expect(JSON.parse(created)).toMatchObject({ vip: true, blocked: false, mails: false })
    expect(await stored()).toEqual(['Y', 0, 'f'])
    expect(isRow(created)).toBe(true)
    const changed = await change('{"vip":false,"blocked":true,"mails":null}')
    expect(JSON.parse(changed)).toMatchObject({ vip: false, blocked: true, mails: null })
    expect(await stored()).toEqual(['N', 1, null])
    expect(isRow(changed)).toBe(true)
  })

  it('show what is neither as it is stored, find it by no flag, and leave it alone', async () => {
    await run("insert into crm_customers (number, card_id, vip, blocked, mails) values (1, 1, '?', 7, 'later')")
    await run("insert into crm_customers (number, card_id, vip, blocked, mails) values (2, 2, 'Y', 0, 't')")
    const row = await readRow(api, customer, reader, '1')
    expect(JSON.parse(row)).toMatchObject({ vip: '?', blocked: 7, mails: 'later' })
    expect(isRow(row)).toBe(true)
    // The control: the document does say which types a flag may have.
    expect(isRow(row.replace('"blocked":7', '"blocked":[]'))).toBe(false)
    await change('{"level":"G"}')
    expect(await stored()).toEqual(['?', 7, 'later'])
    expect(await keysOf('vip=true')).toEqual([2])
    expect(await keysOf('vip__in=true,false')).toEqual([2])
    expect(await keysOf('blocked=false')).toEqual([2])
    expect(await keysOf('mails__ne=false&ordering=-id')).toEqual([2, 1])
    expect(await keysOf('-mails=true')).toEqual([1])
  })

  it.each([
    ['vip=Y', 'Must be true or false.'],
    ['vip=1', 'Must be true or false.'],
    ['vip__like=Y', 'vip__like'],
  ])('refuse the filter %s', async (query, want) => {
    await expect(listRows(api, customer, reader, query)).rejects.toThrow(want)
  })

  it('ask for a flag that no blank stands for', async () => {
    await expect(create('{}')).rejects.toMatchObject({ code: 'missing_field', errors: [{ pointer: '/vip' }] })
    await expect(create('{"vip":"Y"}')).rejects.toMatchObject({ code: 'invalid_value', errors: [{ pointer: '/vip' }] })
  })

  it('read and write JSON in a text column, with its digits', async () => {
    const created = await create('{"vip":true,"settings":{"a":[9007199254740993,1.10,null],"é":"\\n"}}')
    expect(created).toContain('"settings":{"a":[9007199254740993,1.10,null],"é":"\\n"}')
    expect(isRow(created)).toBe(true)
    expect(await keysOf('settings__contains=1.10')).toEqual([1])
  })

  it.each(['', 'not json', '{"a":', '{"a":1} x', '\\u0000', '"'])('show the text %j as a JSON string', async (text) => {
    await api.db.write({
      sql: 'insert into crm_customers (number, card_id, vip, blocked, settings) values (1, 1, "Y", 0, ?)',
      parameters: [text],
    })
    const row = await readRow(api, customer, reader, '1')
    expect(JSON.parse(row).settings).toBe(text)
    expect(isRow(row)).toBe(true)
  })

  it('cut no JSON that is too long for its column', async () => {
    const fits = 'x'.repeat(65_533)
    expect(JSON.parse(await create(`{"vip":true,"settings":"${fits}"}`)).settings).toBe(fits)
    const error = { code: 'invalid_value', status: 422, errors: [{ pointer: '/settings' }] }
    await expect(create(`{"vip":true,"settings":"${fits}x"}`)).rejects.toMatchObject(error)
    await expect(change(`{"settings":"${fits}x"}`)).rejects.toMatchObject(error)
    expect(await keysOf('')).toEqual([1])
    expect(JSON.parse(await readRow(api, customer, reader, '1')).settings).toBe(fits)
  })

  it('never write a column that is read-only, and say why', async () => {
    await expect(create('{"vip":true,"number":5}')).rejects.toThrow('The shop gives the numbers.')
    await create('{"vip":true}')
    await expect(change('{"number":5}')).rejects.toThrow('The shop gives the numbers.')
    expect(JSON.parse(await readRow(api, customer, reader, '1')).number).toBe(0)
  })

  it('refuse to write to tables that are read-only or act', () => {
    expect(api.resources.get('crmlog')?.readOnly).toBe('The shop writes it.')
    expect(api.resources.get('crmmailqueue')?.readOnly).toBe('A row here sends a mail.')
  })

  it('hide a secret', async () => {
    await create('{"vip":true,"iban":"DE02"}')
    expect(await readRow(api, customer, reader, '1')).not.toContain('iban')
    expect(await readRow(api, customer, admin, '1')).toContain('"iban":"DE02"')
    await expect(listRows(api, customer, reader, 'iban=DE02')).rejects.toMatchObject({ code: 'unknown_parameter' })
  })

  it('follow a relation under its new name, and orphan nothing', async () => {
    await run("insert into cc_card (id, activated) values (5, 't')")
    await create('{"vip":true,"card":5}')
    await create('{"vip":true,"card_id":6}')
    expect(await keysOf('card__activated=true')).toEqual([1])
    expect(await keysOf('-card__activated=true')).toEqual([2])
    const card = api.resources.get('card') as Resource
    await expect(removeRow(api, card, from(admin), '5')).rejects.toThrow('Rows of customer refer to this card')
  })

  it('fill pages of their own size', async () => {
    const log = api.resources.get('crmlog') as Resource
    await run(`insert into crm_log (line) values ${Array.from({ length: 120 }, () => "('x')").join()}`)
    const page = async (query: string) =>
      JSON.parse(await listRows(api, log, reader, query)) as { meta: { next: string }; objects: unknown[] }
    expect((await page('')).objects).toHaveLength(100)
    expect((await page('')).meta.next).toBe('/api/crmlog/?page=2')
    expect((await page('page=2')).objects).toHaveLength(20)
    expect((await page('limit=5000')).objects).toHaveLength(120)
    await expect(page('limit=5001')).rejects.toThrow('from 1 to 5000')
  })

  it(
    'compile with a type of one’s own, and not with one that the driver contradicts',
    { timeout: 60_000 },
    async () => {
      const project = join(PRIVATE_DIRECTORY, 'run', `${process.pid}-settings`)
      mkdirSync(join(project, 'crm'), { recursive: true })
      writeFileSync(join(project, 'crm/ids.ts'), 'export type CardId = `${number}`\n')
      writeFileSync(
        join(project, 'use.ts'),
        `import type { Customer, NewCustomer } from './generated/tables/customer.ts'
       export const read = (row: Customer): 'S' | 'G' | null => row.level
       export const id = (row: Customer): \`\${number}\` => row.card_id
       // @ts-expect-error no such level
       export const wrong: NewCustomer['level'] = 'X'\n`,
      )
      expect(await folder.compile()).toBe('')
      writeFileSync(join(project, 'crm/ids.ts'), 'export type CardId = number\n')
      expect(await folder.compile()).toContain("Type 'number' does not satisfy the constraint 'string'")
    },
  )
})
