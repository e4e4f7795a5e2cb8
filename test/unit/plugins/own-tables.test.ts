import { describe, expect, it } from 'vitest'
import { tablesOf } from '../../../src/plugins/own-tables.ts'
import type { Plugin } from '../../../src/plugins/plugin.ts'

const plugin = (sql: string, name = 'notes'): Plugin => ({
  api: 1,
  name,
  migrations: [{ id: '001', up: [sql], down: ['drop table if exists a2b_notes'] }],
})
const ENGINE = 'engine = InnoDB'

describe('the tables of a plugin are', () => {
  it.each([
    [`create table a2b_notes (id int) ${ENGINE}`, ['a2b_notes']],
    [`CREATE TABLE IF NOT EXISTS \`a2b_notes_file\` (id int comment 'select; -- it''s') ${ENGINE}`, ['a2b_notes_file']],
    ['alter table a2b_notes add column x int', []],
    ['create unique index x on a2b_notes (id)', []],
    ['drop index x on a2b_notes', []],
    ['insert into a2b_notes (id) values (1), (2)', []],
    ["update a2b_notes set x = 'from' where id = 1", []],
    ['delete from a2b_notes where id = 1', []],
    ['delete from a2b_notes', []],
    ['drop table a2b_notes', []],
  ])('read from %s', (sql, tables) => {
    expect([...tablesOf(plugin(sql))]).toEqual(tables)
  })

  it('those of a name with a dash', () => {
    const declared = {
      api: 1,
      name: 'my-notes',
      migrations: [
        { id: '1', up: [`create table a2b_my_notes (id int) ${ENGINE}`], down: ['drop table a2b_my_notes'] },
      ],
    } as const
    expect([...tablesOf(declared)]).toEqual(['a2b_my_notes'])
  })
})

describe('a migration is refused that', () => {
  it.each([
    ['makes a table of A2Billing', `create table cc_notes (id int) ${ENGINE}`, 'the table cc_notes is not its own'],
    ['makes one that only begins so', `create table a2b_notesfile (id int) ${ENGINE}`, 'not its own'],
    ['makes one of another database', `create table other.a2b_notes (id int) ${ENGINE}`, 'of no known form'],
    ['makes a MyISAM table', 'create table a2b_notes (id int) engine = MyISAM', 'must say ENGINE = InnoDB'],
    ['says no engine', "create table a2b_notes (id int) comment 'engine=innodb'", 'must say ENGINE = InnoDB'],
    ['copies a table', `create table a2b_notes (id int) ${ENGINE} select * from cc_card`, '"select"'],
    ['is like a table', 'create table a2b_notes like cc_card', 'of no known form'],
    ['refers to a table', `create table a2b_notes (id int references cc_card (id)) ${ENGINE}`, '"references"'],
    ['joins tables', 'create table a2b_notes (id int) engine = MERGE union = (cc_card)', '"union"'],
    ['drops two', 'drop table a2b_notes, cc_card', 'of no known form'],
    ['changes another', 'alter table cc_card add column x int', 'the table cc_card is not its own'],
    ['renames', 'alter table a2b_notes rename cc_card2', '"rename"'],
    ['copies rows', 'insert into a2b_notes (id) select id from cc_card', 'of no known form'],
    ['moves money', 'update cc_card set credit = 0', 'not its own'],
    ['updates two', 'update a2b_notes, cc_card set credit = 0', 'of no known form'],
    ['says two things', `create table a2b_notes (id int) ${ENGINE}; drop table cc_card`, '";"'],
    ['hides something', `create table a2b_notes (id int) ${ENGINE} /*! select */`, '"/*"'],
    ['is of no known form', 'grant all on *.* to x', 'of no known form'],
    [
      'makes a trigger',
      'create trigger a2b_notes before insert on cc_card for each row set @x = 1',
      'of no known form',
    ],
  ])('%s', (_, sql, message) => {
    expect(() => tablesOf(plugin(sql))).toThrow(message)
    expect(() => tablesOf(plugin(sql))).toThrow(/^Plugin "notes", migration 001: .* It says: /s)
  })

  it('has no way back', () => {
    const migrations = [{ id: '001', up: [`create table a2b_notes (id int) ${ENGINE}`], down: [] }]
    expect(() => tablesOf({ api: 1, name: 'notes', migrations })).toThrow('migration 001: it has no statements down')
  })

  it("goes down to another's table", () => {
    const migrations = [{ id: '001', up: [`create table a2b_notes (id int) ${ENGINE}`], down: ['drop table cc_card'] }]
    expect(() => tablesOf({ api: 1, name: 'notes', migrations })).toThrow('the table cc_card is not its own')
  })

  it.each(['money', 'audit', 'users', 'migration'])("is of a plugin that is called as the server's own %s", (name) => {
    expect(() => tablesOf(plugin(`create table a2b_${name} (id int) ${ENGINE}`, name))).toThrow("are the server's own")
  })
})
