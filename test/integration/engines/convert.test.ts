/** `a2b convert-engine`: every value of every row before and after, on the demo's tables and on some that are in the way. */
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDemo } from '../../../scripts/demo/create.ts'
import { openDb } from '../../../src/db/connect.ts'
import { contentsOf } from '../../../src/engines/contents.ts'
import { convertTable } from '../../../src/engines/convert.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'
import { runA2b } from '../../helpers/run-a2b.ts'

const MONEY = ['cc_card', 'cc_charge', 'cc_logpayment', 'cc_logrefill']

describeDatabase('a2b convert-engine', () => {
  let database: TestDatabase
  let connection: Connection
  beforeEach(async () => {
    database = await createTestDatabase()
    connection = await createConnection({ uri: database.url })
  })
  afterEach(async () => {
    await connection.end()
    await database.drop()
  })

  const demo = () =>
    createDemo({ url: database.url, database: database.name, today: '2026-01-31', onProgress: () => undefined })
  const convert = (...flags: string[]) => runA2b(['convert-engine', ...flags], { A2B_DATABASE_URL: database.url })

  async function onMyIsam(): Promise<string[]> {
    const sql =
      "select table_name name from information_schema.tables where table_schema = database() and engine = 'MyISAM' order by 1"
    return (await connection.query<RowDataPacket[]>(sql))[0].map(({ name }) => name)
  }

  async function contents(table: string) {
    const db = openDb({ url: database.url })
    try {
      return await contentsOf(db, table)
    } finally {
      await db.close()
    }
  }

  it('tells what it would do, and does nothing', async () => {
    await demo()
    const before = await onMyIsam()
    const { code, out } = await convert()
    expect(code).toBe(0)
    for (const table of MONEY) {
      expect(out).toMatch(
        new RegExp(`-- ${table}: MyISAM, [\\d,]+ rows, [\\d.]+ MB\\nALTER TABLE \`${table}\` ENGINE = InnoDB;`),
      )
    }
    expect(out).toContain('Nothing was changed')
    expect(await onMyIsam()).toEqual(before)
    expect(before).toEqual(expect.arrayContaining(MONEY))
  })

  it('converts the tables of money, then every other, and says how to go back', async () => {
    await demo()
    const card = await contents('cc_card')
    const money = await convert('--yes')
    expect([money.code, money.err]).toEqual([0, ''])
    for (const table of MONEY) {
      expect(money.out).toMatch(new RegExp(`${table}: is InnoDB now, [\\d,]+ rows, every value as it was`))
      expect(money.out).toContain(`ALTER TABLE \`${table}\` ENGINE = MyISAM;`)
    }
    expect(await contents('cc_card')).toEqual(card)
    const left = await onMyIsam()
    expect(left.length).toBeGreaterThan(50)
    expect(left).not.toEqual(expect.arrayContaining(['cc_card']))
    const all = await convert('--all', '--yes')
    expect([all.code, all.err]).toEqual([0, ''])
    expect(await onMyIsam()).toEqual([])
    expect((await convert('--all')).out).toContain('can roll back already')
  })

  it('does nothing where the server would refuse one of them, and says why', async () => {
    await connection.query('create table good (id int primary key) engine = MyISAM')
    await connection.query(
      'create table numbered (a int not null, b int not null auto_increment, primary key (a, b)) engine = MyISAM',
    )
    const { code, out } = await convert('--tables', 'good', 'numbered', '--yes')
    expect(code).toBe(1)
    expect(out).toMatch(/-- numbered: MyISAM, .*\n-- the server refuses: .*auto column.*key/)
    expect(out).toContain('numbered cannot be converted as it is')
    expect(await onMyIsam()).toEqual(['good', 'numbered'])
    expect((await convert('--tables', 'good', '--yes')).code).toBe(0)
    expect(await onMyIsam()).toEqual(['numbered'])
  })

  it('refuses a table that is not there, and choices that exclude each other', async () => {
    expect(await convert('--tables', 'cc_kard')).toMatchObject({ code: 2, err: expect.stringContaining('cc_kard') })
    expect(await convert('--tables', 'cc_card', '--all')).toMatchObject({
      code: 2,
      err: expect.stringContaining('not both'),
    })
  })

  it('control: a conversion that changes a value is found', async () => {
    await connection.query('create table t (id int primary key, v varchar(9), b blob, n decimal(9,5)) engine = MyISAM')
    await connection.query("insert into t values (1, 'a', x'00ff', 1.5), (2, null, null, 0)")
    const same = await contents('t')
    for (const change of [
      "update t set v = 'A' where id = 1",
      "update t set v = 'NULL' where id = 2",
      "update t set b = x'00fe' where id = 1",
      'update t set n = 1.50001 where id = 1',
      'delete from t where id = 2',
    ]) {
      await connection.query('create table copy like t')
      await connection.query('insert into copy select * from t')
      expect(await contents('copy')).toEqual(same)
      await connection.query(change.replace('update t ', 'update copy ').replace('from t ', 'from copy '))
      expect(await contents('copy'), change).not.toEqual(same)
      await connection.query('drop table copy')
    }
  })

  it('lets nobody write to a table between the first count and the last', async () => {
    await connection.query('create table t (id int primary key auto_increment) engine = MyISAM')
    const db = openDb({ url: database.url })
    const over = new AbortController()
    const write = async (): Promise<void> => {
      while (!over.signal.aborted) await connection.query('insert into t values ()')
    }
    const writing = write()
    try {
      const outcome = await db.session((session) => convertTable(session, 't'))
      expect(outcome.isEqual).toBe(true)
    } finally {
      over.abort()
      await writing
      await db.close()
    }
  })
})
