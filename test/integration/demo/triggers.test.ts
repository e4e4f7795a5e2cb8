/** The demo's triggers do to writes what A2Billing's do, the leak included. */
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { createConnection } from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createSchema } from '../../../scripts/demo/create.ts'
import { isBadPattern } from '../../../src/db/errors.ts'
import type { TestDatabase } from '../../helpers/mariadb.ts'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'

describeDatabase.each(['MyISAM', 'InnoDB'] as const)('triggers on %s', (engine) => {
  let database: TestDatabase
  let connection: Connection
  let cards = 0

  beforeAll(async () => {
    database = await createTestDatabase()
    const target = { url: database.url, database: database.name }
    await createSchema({ ...target, ...(engine === 'InnoDB' && { engine }) })
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    connection = await createConnection(database.url)
    // As A2Billing's own sessions are: its inserts leave out what a strict one demands.
    await connection.query("set sql_mode = ''")
    await connection.query("replace into cc_card_seria (id, name, value) values (1, 'first', 100), (2, 'second', 500)")
  })
  afterEach(() => connection.end())

  async function addCard(series: number | null): Promise<number> {
    cards += 1
    const sql = `insert into cc_card (username, useralias, id_seria) values ('u${cards}', 'u${cards}', ?)`
    return (await connection.query<ResultSetHeader>(sql, [series]))[0].insertId
  }

  async function serialOf(card: number): Promise<unknown> {
    return (await connection.query<RowDataPacket[]>('select serial from cc_card where id = ?', [card]))[0][0]?.[
      'serial'
    ]
  }

  it('number the cards of a series', async () => {
    expect([
      await serialOf(await addCard(1)),
      await serialOf(await addCard(1)),
      await serialOf(await addCard(2)),
    ]).toEqual([101, 102, 501])
  })

  it.each([null, -1])('leak the last serial of the session into a card with series %s', async (none) => {
    expect(await serialOf(await addCard(none))).toBeNull()
    await addCard(1)
    expect(await serialOf(await addCard(none))).toBe(101)
  })

  it('do not leak once @serial is cleared', async () => {
    await addCard(1)
    await connection.query('set @serial = null')
    expect(await serialOf(await addCard(null))).toBeNull()
  })

  it('leak into a card without series when only its credit changes', async () => {
    const card = await addCard(null)
    const other = await addCard(1)
    await connection.query('update cc_card set id_seria = 2 where id = ?', [other])
    await connection.query('update cc_card set credit = credit + 1 where id = ?', [card])
    expect([await serialOf(other), await serialOf(card)]).toEqual([501, 501])
  })

  it('leave a card of a series alone when its series stays', async () => {
    const card = await addCard(1)
    await addCard(2)
    await connection.query('update cc_card set credit = credit + 1 where id = ?', [card])
    expect(await serialOf(card)).toBe(101)
  })

  it.each(['1', '_1NXX', '_0049[1-9]X.', 'defaultprefix'])('take the dial pattern %s', async (pattern) => {
    const insert = 'insert into cc_ratecard (dialprefix, musiconhold, destination) values (?, ?, 1)'
    await connection.query(insert, [pattern, ''])
    const [rows] = await connection.query<RowDataPacket[]>(
      'select count(*) as n from cc_ratecard where dialprefix = ?',
      [pattern],
    )
    expect(rows[0]?.['n']).toBe(1)
  })

  it.each(['_1[23', '_(00', '_*9'])(
    'refuse the dial pattern %s as one that is none, on insert and update',
    async (pattern) => {
      const insert = 'insert into cc_ratecard (dialprefix, musiconhold, destination) values (?, ?, 1)'
      await expect(connection.query(insert, [pattern, ''])).rejects.toSatisfy(isBadPattern)
      await connection.query(insert, ['33', ''])
      const update = "update cc_ratecard set dialprefix = ? where dialprefix = '33'"
      await expect(connection.query(update, [pattern])).rejects.toSatisfy(isBadPattern)
    },
  )
})
