import { describe, expect, it } from 'vitest'
import { NumericLiteral } from '../../../src/db/numeric-literal.ts'
import { guardOf } from '../../../src/plugins/lent-session.ts'
import { tablesRead } from '../../../src/plugins/reading-sql.ts'
import { offlineDb } from '../../helpers/offline-db.ts'

describe('the tables of a text are', () => {
  it.each<[string, string[]]>([
    ['select 1', []],
    ['SELECT NOW()', []],
    ['select a, b from cc_card where a in (?, ?) order by a, b limit 5', ['cc_card']],
    ["select 'from; /* x' from `cc_card`", ['cc_card']],
    [
      'select c.id\n FROM `cc_card` c\n LEFT JOIN cc_call AS d ON d.card_id = coalesce(c.id, 0) WHERE c.id = ?',
      ['cc_card', 'cc_call'],
    ],
    ['select id from cc_card for update', ['cc_card']],
  ])('%s', (sql, tables) => {
    expect(tablesRead(sql)).toEqual(tables)
  })

  it.each([
    ['nothing that reads', 'delete from cc_card'],
    ['a second query', 'select (select 1 from cc_config)'],
    ['a second table after a comma', 'select 1 from cc_card, cc_config'],
    ['one in brackets', 'select 1 from (cc_card, cc_config)'],
    ['one in brackets after a join', 'select 1 from cc_card join (cc_config)'],
    ['one after another kind of join', 'select 1 from cc_card straight_join cc_config'],
    ['one after a condition', 'select 1 from cc_card join cc_call on 1 = 1, cc_config'],
    ['one after a bracket that ends too early', 'select 1 from cc_card join cc_call on (1) ), cc_config'],
    ['another database', 'select 1 from mysql.user'],
    ['another database in quotes', 'select 1 from `mysql`.`user`'],
    ['a second FROM', 'select extract(year from a) from cc_card'],
    ['more together', 'select 1 from cc_card union all table cc_config'],
    ['a file', "select 1 from cc_card into outfile '/tmp/x'"],
    ['a function that reads one', "select load_file('x')"],
    ['a comment', 'select 1 from cc_card /*! , cc_config */'],
    ['a second statement', 'select 1; select 2'],
    ['a variable', 'select @serial := 1'],
    ['a text that does not end where it seems to', String.raw`select '\' from cc_config -- '`],
  ])('never known of a text with %s', (_, sql) => {
    expect(() => tablesRead(sql)).toThrow('A plugin may not write')
  })
})

describe('a connection that is lent', () => {
  const offline = offlineDb()
  const uses = new Map([['cc_card', { access: 'read', balances: ['credit'] } as const]])
  const db = guardOf({ plugin: 'notes', uses, isOwn: (table) => table === 'a2b_notes' }).db(offline)
  const read = (sql: string) => ({ sql, parameters: [new NumericLiteral('1')] })

  it('reads what the plugin declares, in whichever way it is borrowed', async () => {
    for (const table of ['cc_card', 'a2b_notes']) {
      const sql = `select 1 from ${table} where id = ?`
      await db.readRows(read(sql))
      await db.session((session) => session.readRows(read(sql)))
      await db.transaction((session) => session.readRows(read(sql)))
      expect(offline.statements.slice(-3)).toEqual([read(sql), read(sql), read(sql)])
    }
  })

  it('reads nothing else, writes no text and stays open', async () => {
    const refused = 'has not declared the table cc_config'
    const config = read('select 1 from cc_config')
    const before = offline.statements.length
    await expect(db.readRows(config)).rejects.toThrow(refused)
    await expect(db.session((session) => session.readRows(config))).rejects.toThrow(refused)
    await expect(db.transaction((session) => session.readRows(config))).rejects.toThrow(refused)
    await expect(db.kysely.selectFrom('cc_config').selectAll().execute()).rejects.toThrow(refused)
    await expect(db.write(read('update cc_card set credit = 0'))).rejects.toThrow('writes with Kysely only')
    await expect(db.transaction((session) => session.write(config))).rejects.toThrow('writes with Kysely only')
    await expect(db.close()).rejects.toThrow('may not close')
    expect(offline.statements.length).toBe(before)
  })
})
