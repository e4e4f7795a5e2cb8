/** Connections: their settings under servers set up otherwise, and what happens when they fail. */
import { admin, apiOn } from '../../helpers/callers.ts'
import { inspect } from 'node:util'
import { sql } from 'kysely'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import type { Db, Session } from '../../../src/db/db.ts'
import { ApiError } from '../../../src/errors.ts'
import { NumericLiteral } from '../../../src/db/numeric-literal.ts'
import { createTestDatabase, describeDatabase, startTestServer, type TestDatabase } from '../../helpers/mariadb.ts'
import { parseConnectionUrl } from '../../../src/db/connection-url.ts'
import { sessionSettings } from '../../../src/db/session-settings.ts'
import { VerifiedPool } from '../../../src/db/verified-pool.ts'
import { buildTables, card } from './every-type.ts'
import { listRows } from '../../helpers/rows.ts'

const MODE = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'

describeDatabase.each(['', 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES,NO_ZERO_DATE'])(
  'on a server with sql_mode %j',
  (sqlMode) => {
    let stop: () => Promise<void>
    let url: string
    let db: Db
    beforeAll(async () => {
      const server = await startTestServer({ sqlMode })
      stop = () => server.stop()
      const connection = await createConnection(server.url('mysql'))
      await connection.query('create database a2billing')
      await connection.end()
      url = server.url('a2billing')
      await buildTables(url, 'MyISAM')
      db = openDb({ url, connectionLimit: 3 })
    })
    afterAll(async () => {
      await db.close()
      await stop()
    })

    it('every connection has its settings, under Kysely as well', async () => {
      const select = {
        sql: 'select @@sql_mode, @@time_zone, @@autocommit, connection_id(), sleep(0.05)',
        parameters: [],
      }
      const rows = await Promise.all([1, 2, 3].map(() => db.readRows(select)))
      expect(new Set(rows.map(([row]) => row?.[3])).size).toBe(3)
      for (const [row] of rows) expect(row?.slice(0, 3)).toEqual([MODE, 'SYSTEM', '1'])
      const { rows: kysely } = await sql<{ mode: string }>`select @@sql_mode as mode`.execute(db.kysely)
      expect(kysely).toEqual([{ mode: MODE }])
    })

    it('reads every row where the server cuts off what asks for no number of rows', async () => {
      await db.write({ sql: 'set global sql_select_limit = 1', parameters: [] })
      const other = openDb({ url })
      expect(await other.readRows({ sql: 'select 1 union select 2', parameters: [] })).toHaveLength(2)
      await other.close()
      await db.write({ sql: 'set global sql_select_limit = default', parameters: [] })
    })

    it('a new key beyond 2^63 is the number it is', async () => {
      const create =
        'create or replace table big (id bigint unsigned auto_increment primary key, x int) auto_increment='
      await db.write({ sql: `${create}18446744073709551600`, parameters: [] })
      const { insertId } = await db.write({ sql: 'insert into big (x) values (1)', parameters: [] })
      expect(insertId).toBe('18446744073709551600')
    })

    it('a transaction whose connection is lost says why it was given up', async () => {
      const work = db.transaction(async (session) => {
        const [row] = await session.readRows({ sql: 'select connection_id()', parameters: [] })
        await db.write({ sql: `kill connection ${Number(row?.[0])}`, parameters: [] })
        throw new Error('the reason')
      })
      await expect(work).rejects.toThrow('the reason')
      await db.ping()
    })

    it('text stays text', async () => {
      const api = apiOn(db, new Map([['card', card]]))
      for (const text of ["x' or 1=1 -- ", "x\\' or 1=1 -- ", '\\']) {
        const found = await listRows(api, card, admin, `username=${encodeURIComponent(text)}`)
        expect(JSON.parse(found).objects).toEqual([])
      }
      const { rows } = await sql<{ text: string }>`select ${"\\' or 1=1 -- "} as text`.execute(db.kysely)
      expect(rows).toEqual([{ text: "\\' or 1=1 -- " }])
    })
  },
)

describeDatabase('a setting that does not take', () => {
  it('is unavailable, and the connection is closed and never lent', async () => {
    const server = await startTestServer({ sqlMode: 'NO_BACKSLASH_ESCAPES' })
    const observer = await createConnection(server.url('mysql'))
    const settings = { ...sessionSettings({ timeZone: 'SYSTEM', statementTimeout: 10_000, lockWait: 5 }), set: 'DO 0' }
    const pool = new VerifiedPool({
      driver: { ...parseConnectionUrl(server.url('test_settings')), connectionLimit: 1 },
      settings,
      acquireTimeout: 5000,
      silenceTimeout: 16_000,
      streams: { atOnce: 1, settings, silence: 16_000 },
    })
    const open = async (): Promise<number> => {
      const [found] = await observer.query<RowDataPacket[]>(
        "select id from information_schema.processlist where db = 'test_settings'",
      )
      return found.length
    }
    try {
      await observer.query('create database test_settings')
      // The second one would get the first one's connection, were it still there.
      for (let attempt = 0; attempt < 2; attempt++) {
        await expect(pool.borrow()).rejects.toMatchObject({
          code: 'database_unavailable',
          status: 503,
          // The driver asks for IGNORE_SPACE by itself.
          cause: { message: expect.stringContaining("sql_mode='IGNORE_SPACE,NO_BACKSLASH_ESCAPES'") },
        })
        await expect.poll(open, { timeout: 10_000 }).toBe(0)
      }
    } finally {
      await pool.end()
      await observer.end()
      await server.stop()
    }
  })
})

describeDatabase('a database', () => {
  let database: TestDatabase
  let db: Db
  beforeAll(async () => {
    database = await createTestDatabase()
    await buildTables(database.url, 'InnoDB')
    db = openDb({ url: database.url, connectionLimit: 1, acquireTimeout: 200, statementTimeout: 500 })
    // Making the connection may take longer than that on a busy machine.
    await vi.waitFor(() => db.ping(), { timeout: 5000 })
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })

  const addGroup = (session: Session, name: string) =>
    session.write({ sql: 'insert into cc_card_group (name, pin) values (?, ?)', parameters: [name, ''] })
  const groups = async (name: string) =>
    (await db.readRows({ sql: 'select id from cc_card_group where name = ?', parameters: [name] })).length

  it('keeps what a transaction did, or nothing of it', async () => {
    await db.transaction((session) => addGroup(session, 'kept'))
    expect(await groups('kept')).toBe(1)
    const failing = db.transaction(async (session) => {
      await addGroup(session, 'undone')
      throw new Error('work failed')
    })
    await expect(failing).rejects.toThrow('work failed')
    expect(await groups('undone')).toBe(0)
  })

  it('does so under Kysely, too', async () => {
    const failing = db.kysely.transaction().execute(async (transaction) => {
      await sql`insert into cc_card_group (name, pin) values ('undone', '')`.execute(transaction)
      throw new Error('work failed')
    })
    await expect(failing).rejects.toThrow('work failed')
    expect(await groups('undone')).toBe(0)
    const added = await db.kysely.insertInto('cc_card_group').values({ name: 'kysely', pin: '' }).executeTakeFirst()
    expect(added.insertId).toBeGreaterThan(0n)
    await expect(
      db.kysely.insertInto('cc_card_group').values({ id: 1, name: 'x', pin: '' }).execute(),
    ).rejects.toMatchObject({
      code: 'duplicate_key',
    })
    const streamed: unknown[] = []
    for await (const row of db.kysely.selectFrom('cc_card_group').select('id').where('id', '<=', 2).stream())
      streamed.push(row)
    expect(streamed).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('does not let a session be used when its connection is another’s', async () => {
    let kept: Session | undefined
    await db.session(async (session) => {
      kept = session
    })
    await expect(kept?.readRows({ sql: 'select 1', parameters: [] })).rejects.toThrow('after its work had ended')
  })

  it('is busy when no connection becomes free, and serves again afterwards', async () => {
    const holding = db.session((session) => session.readRows({ sql: 'select sleep(0.4)', parameters: [] }))
    await expect(db.ping()).rejects.toMatchObject({ code: 'database_busy', headers: { 'Retry-After': '1' } })
    await holding
    await db.ping()
  })

  it('is busy when a statement takes too long', async () => {
    const tables = Array.from({ length: 6 }, (_, index) => `information_schema.collations c${index}`)
    const endless = { sql: `select count(*) from ${tables.join(', ')}`, parameters: [] }
    await expect(db.readRows(endless)).rejects.toMatchObject({ code: 'database_busy' })
    await db.ping()
  })

  it('survives the loss of its connection', async () => {
    const [row] = await db.readRows({ sql: 'select connection_id()', parameters: [] })
    const killed = db.session(async (session) => {
      const killer = await createConnection(database.url)
      await killer.query(`kill ${Number(row?.[0])}`)
      await killer.end()
      return session.readRows({ sql: 'select 1', parameters: [] })
    })
    await expect(killed).rejects.toMatchObject({ code: 'database_unavailable' })
    await db.ping()
  })

  it('takes no defect of a statement for the loss of its connection', async () => {
    const error: unknown = await db
      .readRows({ sql: 'select 1 as `__proto__`', parameters: [] })
      .catch((thrown: unknown) => thrown)
    expect(error).not.toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ message: expect.stringContaining('__proto__') })
    await db.ping()
  })

  it('says that the account lacks a privilege, or that it is not let in', async () => {
    const name = `weak_${process.pid}`
    await db.write({ sql: `create user ${name}@localhost identified by 'x'`, parameters: [] })
    await db.write({ sql: `grant select on cc_card to ${name}@localhost`, parameters: [] })
    const weak = openDb({ url: database.url.replace(/root[^@]*@/, `${name}:x@`) })
    const wrong = openDb({ url: database.url.replace(/root[^@]*@/, `${name}:y@`) })
    try {
      const select = { sql: 'select * from cc_card_group', parameters: [] }
      const remove = { sql: 'delete from cc_card', parameters: [] }
      for (const answer of [() => weak.readRows(select), () => weak.write(remove)]) {
        await expect(answer()).rejects.toMatchObject({
          code: 'database_unavailable',
          message: expect.stringContaining('privilege'),
          cause: { errno: expect.any(Number) },
        })
      }
      await expect(wrong.ping()).rejects.toMatchObject({
        code: 'database_unavailable',
        message: expect.stringContaining('account'),
      })
    } finally {
      await weak.close()
      await wrong.close()
      await db.write({ sql: `drop user ${name}@localhost`, parameters: [] })
    }
  })

  it('keeps values out of the error that is logged', async () => {
    const statement = { sql: 'insert into cc_card_group (id, name, pin) values (1, ?, ?)', parameters: ['x', 'geheim'] }
    const error: unknown = await db.write(statement).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'duplicate_key', cause: { errno: 1062, sql: statement.sql } })
    expect(inspect(error, { depth: 5 })).not.toContain('geheim')
  })

  it('binds numbers by their digits', async () => {
    const [row] = await db.readRows({ sql: 'select ? + 1', parameters: [new NumericLiteral('9223372036854775806')] })
    expect(row).toEqual(['9223372036854775807'])
  })

  it.each([
    { problem: 'no server', change: (url: string) => url.replace('.sock', '.none') },
    { problem: 'no such database', change: (url: string) => url.replace(/test_\w+/, 'test_none') },
    { problem: 'no such time zone', change: (url: string) => url, timeZone: 'Nowhere/Land' },
  ])('is unavailable when there is $problem', async ({ change, timeZone }) => {
    const other = openDb({ url: change(database.url), ...(timeZone && { timeZone }) })
    await expect(other.ping()).rejects.toMatchObject({ code: 'database_unavailable', status: 503 })
    await expect(sql`select 1`.execute(other.kysely)).rejects.toMatchObject({ code: 'database_unavailable' })
    await other.close()
  })
})
