/** What is created on MySQL is read back as the snapshot that MariaDB gives, to the byte. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { introspect } from '../../codegen/introspection/introspect.ts'
import { formatSnapshot, type Snapshot } from '../../codegen/introspection/snapshot.ts'
import { a2billingSnapshot, createSchema } from '../../scripts/demo/create.ts'
import { openDb } from '../../src/db/connect.ts'
import { everyTypeOn } from '../helpers/every-type.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../helpers/mariadb.ts'

const everyType = everyTypeOn(inject('mysql')?.version ?? '')
const without = { objects: { views: {}, triggers: {} } }

describeDatabase(`MySQL ${inject('mysql')?.version}`, () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createTestDatabase()
  })
  afterEach(() => database.drop())

  const readBack = async (snapshot: Snapshot, objects = {}): Promise<string> => {
    await createSchema({ url: database.url, database: database.name, snapshot, ...objects })
    return formatSnapshot(await introspect(database.url))
  }

  it('has A2Billing 2.3.0, views and triggers too, as generated/ has it from MariaDB', async () => {
    const committed = readFileSync(new URL('../../generated/snapshot.json', import.meta.url), 'utf8')
    expect(await readBack(a2billingSnapshot())).toBe(committed)
  })

  it('has every type that it knows', async () => {
    expect(await readBack(everyType, without)).toBe(formatSnapshot(everyType))
  })

  it('would not be the same with a column that differs', async () => {
    const [table] = everyType.tables
    const columns = table?.columns.map((column) => (column.type === 'float' ? { ...column, type: 'double' } : column))
    const changed: Snapshot = { format: 1, tables: table && columns ? [{ ...table, columns }] : [] }
    expect(await readBack(changed, without)).not.toBe(formatSnapshot(everyType))
  })

  it('gives every connection its settings, the limits of statements and locks too', async () => {
    const db = openDb({ url: database.url, timeZone: '+02:00', statementTimeout: 700, lockWait: 3 })
    const names = ['sql_mode', 'time_zone', 'character_set_results', 'max_execution_time', 'innodb_lock_wait_timeout']
    const [row] = await db.readRows({ sql: `select ${names.map((name) => `@@${name}`).join()}`, parameters: [] })
    const mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'
    expect(row?.map(String)).toEqual([mode, '+02:00', 'utf8mb4', '700', '3'])
    const slow = db.readRows({ sql: 'select sleep(2), table_name from information_schema.tables', parameters: [] })
    await expect(slow).rejects.toMatchObject({ code: 'database_busy' })
    await db.close()
  })
})
