/** Tables of ours: made once, by one process, again after a crash, and gone after the way back. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDb } from '../../../src/db/connect.ts'
import type { Db } from '../../../src/db/db.ts'
import { migrate, migrateDown, type OwnTables } from '../../../src/own-tables/migrate.ts'
import { createTestDatabase, describeDatabase, type TestDatabase } from '../../helpers/mariadb.ts'

const first = {
  id: '001-notes',
  up: ['create table if not exists a2b_notes (id int not null primary key) engine = InnoDB'],
  down: ['drop table if exists a2b_notes'],
}
const second = {
  id: '002-text',
  up: ['create table if not exists a2b_notes_text (text varchar(20) not null) engine = InnoDB'],
  down: ['drop table if exists a2b_notes_text'],
}
const broken = { id: '003-broken', up: ['create table a2b_half (id int) engine = InnoDB', 'no sql at all'], down: [] }

describeDatabase('migrations', () => {
  let database: TestDatabase
  let db: Db
  beforeAll(async () => {
    database = await createTestDatabase()
    db = openDb({ url: database.url, connectionLimit: 8 })
  })
  beforeEach(async () => {
    for (const table of ['a2b_migration', 'a2b_notes', 'a2b_notes_text', 'a2b_half']) {
      await db.write({ sql: `drop table if exists ${table}`, parameters: [] })
    }
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })

  const rows = async (sql: string): Promise<unknown[]> => (await db.readRows({ sql, parameters: [] })).flat()
  const taken = (): Promise<unknown[]> => rows("select concat(owner, ' ', id) from a2b_migration order by 1")
  const notes = (...migrations: OwnTables['migrations']): OwnTables[] => [{ owner: 'notes', migrations }]

  it('are taken in the order of their ids, each once', async () => {
    await migrate(db, notes(second, first))
    expect(await taken()).toEqual(['notes 001-notes', 'notes 002-text'])
    await db.write({ sql: "insert into a2b_notes_text values ('kept')", parameters: [] })
    await migrate(db, notes(second, first))
    expect(await rows('select text from a2b_notes_text')).toEqual(['kept'])
  })

  it('that were added later are taken then, and those of others are left alone', async () => {
    await migrate(db, notes(first))
    await migrate(db, [
      ...notes(first, second),
      { owner: 'other', migrations: [{ id: '001', up: ['do 1'], down: [] }] },
    ])
    expect(await taken()).toEqual(['notes 001-notes', 'notes 002-text', 'other 001'])
    await migrate(db, notes(first, second))
  })

  it('are taken once by processes that start together', async () => {
    const counted = {
      id: '001',
      up: ['create table a2b_notes (id int not null primary key) engine = InnoDB'],
      down: [],
    }
    await Promise.all(Array.from({ length: 6 }, () => migrate(db, notes(counted))))
    expect(await taken()).toEqual(['notes 001'])
  })

  it('that failed half way are taken again', async () => {
    await expect(migrate(db, notes(first, broken))).rejects.toThrow()
    expect(await taken()).toEqual(['notes 001-notes'])
    const mended = { ...broken, up: ['create table if not exists a2b_half (id int) engine = InnoDB'] }
    await migrate(db, notes(first, mended))
    expect(await taken()).toEqual(['notes 001-notes', 'notes 003-broken'])
  })

  it('that a newer version has taken stop an older one', async () => {
    await migrate(db, notes(first, second))
    await expect(migrate(db, notes(first))).rejects.toThrow('it does not know the step 002-text')
  })

  it('are taken back, the last first', async () => {
    await migrate(db, notes(first, second))
    expect(await migrateDown(db, { owner: 'notes', migrations: [first, second] })).toEqual(['002-text', '001-notes'])
    expect(await rows("show tables like 'a2b\\_notes%'")).toEqual([])
    expect(await taken()).toEqual([])
    expect(await migrateDown(db, { owner: 'notes', migrations: [first, second] })).toEqual([])
    await migrate(db, notes(first, second))
    expect(await taken()).toEqual(['notes 001-notes', 'notes 002-text'])
  })

  it('are shown to an administrator where the account may not make tables', async () => {
    const user = `u${Math.random().toString(36).slice(2, 10)}`
    await db.write({ sql: `create user '${user}'@'%' identified by 'pw'`, parameters: [] })
    await db.write({
      sql: `grant select, insert, update, delete on \`${database.name}\`.* to '${user}'@'%'`,
      parameters: [],
    })
    const url = new URL(database.url)
    url.username = user
    url.password = 'pw'
    const limited = openDb({ url: url.href })
    try {
      const refused = migrate(limited, notes(first))
      await expect(refused).rejects.toThrow('create table if not exists a2b_migration')
      await expect(refused).rejects.toThrow(
        `${first.up[0]};\ninsert into a2b_migration (owner, id) values ('notes', '001-notes');`,
      )
    } finally {
      await limited.close()
      await db.write({ sql: `drop user '${user}'@'%'`, parameters: [] })
    }
  })
})
