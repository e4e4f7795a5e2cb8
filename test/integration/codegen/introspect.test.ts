/** The near end of the generator against a real server: what is created is what is read, and read as what it is. */
import { readFileSync } from 'node:fs'
import { createConnection, type Connection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { introspect, introspectDamaged } from '../../../codegen/introspection/introspect.ts'
import {
  formatSnapshot,
  parseSnapshot,
  type Snapshot,
  type SnapshotColumn,
} from '../../../codegen/introspection/snapshot.ts'
import { columnKind } from '../../../codegen/model/column-types.ts'
import { a2billingSnapshot, createSchema } from '../../../scripts/demo/create.ts'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import { createTestDatabase, describeDatabase, startTestServer, type TestDatabase } from '../../helpers/mariadb.ts'
import { damageIndexes } from '../../helpers/damage.ts'
import { id, table } from '../../helpers/snapshot.ts'

describeDatabase('introspection', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('reads A2Billing 2.3.0 back as the snapshot it was created from, to the byte', async () => {
    await createSchema({ socketPath: database.socketPath, database: database.name })
    expect(formatSnapshot(await introspect(database.url))).toBe(formatSnapshot(a2billingSnapshot()))
  })

  it('says what is wrong with an address, a login and an empty database', async () => {
    const empty = await createTestDatabase()
    await expect(introspect(empty.url)).rejects.toThrow(`The database "${empty.name}" has no tables`)
    await empty.drop()
    await expect(introspect('postgres://localhost/x')).rejects.toThrow('has to look like mysql://')
    await expect(introspect('mysql://root@localhost/x?socketPath=/nowhere.sock')).rejects.toThrow('Cannot connect')
  })

  it('does not take a damaged table for one without keys', async () => {
    const broken = await createTestDatabase()
    await damageIndexes(broken, 'create table t (id int primary key) engine MyISAM', 'create table u (n int)')
    await expect(introspect(broken.url)).rejects.toThrow(/cannot open t, [^]*REPAIR TABLE `t`;/)
    const { snapshot, damaged } = await introspectDamaged(broken.url)
    expect([damaged, snapshot.tables.map(({ name }) => name)]).toEqual([['t'], ['t', 'u']])
    await broken.drop()
  })
})

describeDatabase('every type', () => {
  const file = new URL('../../golden/every-type/snapshot.json', import.meta.url)
  const snapshot = parseSnapshot(readFileSync(file, 'utf8'), 'every-type')
  const columns = snapshot.tables[0]?.columns ?? []
  let database: TestDatabase
  let connection: Connection
  let db: Db
  beforeAll(async () => {
    database = await createTestDatabase()
    await createSchema({
      socketPath: database.socketPath,
      database: database.name,
      snapshot,
      objects: { views: {}, triggers: {} },
    })
    connection = await createConnection(database.url)
    db = openDb({ url: database.url })
  })
  afterAll(async () => {
    await db.close()
    await connection.end()
    await database.drop()
  })

  it('is read back as the snapshot it was created from, to the byte', async () => {
    expect(formatSnapshot(await introspect(database.url))).toBe(formatSnapshot(snapshot))
  })

  it('is the same on a server that quotes and escapes in another way', async () => {
    const server = await startTestServer({ sqlMode: 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT' })
    const target = { socketPath: server.socketPath, database: 'modes' }
    await createSchema({ ...target, snapshot, objects: { views: {}, triggers: {} } })
    expect(formatSnapshot(await introspect(server.url('modes')))).toBe(formatSnapshot(snapshot))
    await server.stop()
  })

  it('is the same on a server that speaks latin1 whatever it is asked for, names and comments too', async () => {
    const extraArguments = ['--character-set-server=latin1', '--skip-character-set-client-handshake']
    const server = await startTestServer({ extraArguments })
    const words: Snapshot = {
      format: 1,
      tables: [table('naïve 漢', [{ ...id, comment: 'é "ß" 漢' }], { comment: '漢 */' })],
    }
    await createSchema({ socketPath: server.socketPath, database: 'words', snapshot: words })
    expect(await introspect(server.url('words'))).toEqual(words)
    await server.stop()
  })

  it('is whole on a server that cuts off every answer', async () => {
    const server = await startTestServer()
    await createSchema({
      socketPath: server.socketPath,
      database: 'whole',
      snapshot,
      objects: { views: {}, triggers: {} },
    })
    const root = await createConnection(server.url('whole'))
    await root.query('set global sql_select_limit = 1')
    await root.end()
    expect(await introspect(server.url('whole'))).toEqual(snapshot)
    await server.stop()
  })

  it('arrives from the driver as what its generated type says', async () => {
    const given = columns.filter((column) => !column.generated && !column.autoIncrement && !isOpaque(column))
    const names = given.map((column) => connection.escapeId(column.name)).join()
    await connection.query(
      `insert into every_type (${names}) values (${given.map((column) => valueFor(connection, column)).join()})`,
    )
    const selection = columns.filter((column) => !isOpaque(column)).map((column) => column.name)
    const row = await db.kysely.selectFrom('every_type').select(selection).executeTakeFirstOrThrow()
    const found = Object.fromEntries(selection.map((name) => [name, typeName(row[name])]))
    const wanted = Object.fromEntries(
      columns.filter((column) => !isOpaque(column)).map((column) => [column.name, runtimeType(column)]),
    )
    expect(found).toEqual(wanted)
  })
})

function isOpaque(column: SnapshotColumn): boolean {
  return columnKind(column, column.name).isOpaque ?? false
}

/** What the generated TypeScript type promises, as `typeof` says it. */
function runtimeType(column: SnapshotColumn): string {
  const { tsType } = columnKind(column, column.name)
  if (['Bigint', 'Decimal', 'SqlDate', 'SqlDateTime', 'string'].includes(tsType) || tsType.startsWith("'"))
    return 'string'
  return tsType
}

function typeName(value: unknown): string {
  return Buffer.isBuffer(value) ? 'Buffer' : typeof value
}

function valueFor(connection: Connection, column: SnapshotColumn): string {
  const { tsType, example } = columnKind(column, column.name)
  if (tsType === 'Buffer') return column.type.startsWith('bit') ? "b'1'" : `'${'x'.repeat(16)}'`
  if (column.type === 'json') return `'{"a": 1}'`
  // Beyond 2^53, where a number would have lost its last digit.
  return column.type.startsWith('bigint') ? '9007199254740993' : connection.escape(example)
}
