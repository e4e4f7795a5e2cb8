/** A snapshot written as DDL and introspected again is the same snapshot: no fact is lost on the way. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { introspect } from '../../../codegen/introspection/introspect.ts'
import type { Snapshot } from '../../../codegen/introspection/snapshot.ts'
import { createSchema } from '../../../scripts/demo/create.ts'
import type { TestDatabase } from '../../helpers/mariadb.ts'
import { createTestDatabase, describeDatabase } from '../../helpers/mariadb.ts'

const utf8 = { charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci' }

/** Everything A2Billing itself does not use. */
const oddities: Snapshot = {
  format: 1,
  tables: [
    {
      name: 'child',
      kind: 'table',
      engine: 'InnoDB',
      collation: 'utf8mb4_unicode_ci',
      columns: [
        { name: 'parent', type: 'int unsigned' },
        { name: 'no', type: 'smallint' },
      ],
      primaryKey: ['parent', 'no'],
      foreignKeys: [
        {
          name: 'child_parent',
          columns: ['parent'],
          references: { table: 'order', columns: ['id'] },
          onDelete: 'CASCADE',
        },
      ],
    },
    {
      name: 'history',
      kind: 'table',
      engine: 'InnoDB',
      collation: 'utf8mb4_unicode_ci',
      systemVersioned: true,
      columns: [
        { name: 'id', type: 'int', default: { expression: 'nextval(`numbers`)' } },
        { name: 'order', type: 'int unsigned', nullable: true },
        { name: 'since', type: 'timestamp(6)', generated: { expression: 'ROW START', stored: true } },
        { name: 'until', type: 'timestamp(6)', generated: { expression: 'ROW END', stored: true } },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'by_order', unique: true, columns: ['order'] },
        { name: 'latest', columns: ['since DESC', 'until'] },
        { name: 'unused', ignored: true, columns: ['order'] },
      ],
      foreignKeys: [
        {
          name: 'history_order',
          columns: ['order'],
          references: { table: 'order', columns: ['id'] },
          onDelete: 'SET NULL',
          onUpdate: 'CASCADE',
        },
      ],
    },
    {
      name: 'order',
      kind: 'table',
      engine: 'InnoDB',
      collation: 'utf8mb4_unicode_ci',
      comment: "it's a \\ comment */",
      columns: [
        { name: 'id', type: 'int unsigned', autoIncrement: true },
        { name: 'group`by', type: 'varchar(40)', default: { value: "it's \\n 'quoted'" }, ...utf8 },
        { name: 'state', type: "enum('new','it''s')", default: { value: 'new' }, ...utf8 },
        { name: 'latin', type: 'char(3)', nullable: true, charset: 'latin1', collation: 'latin1_bin' },
        { name: 'bits', type: 'bit(2)', default: { expression: "b'10'" } },
        { name: 'note', type: 'text', default: { value: 'none' }, ...utf8 },
        { name: 'token', type: 'char(36)', default: { expression: 'uuid()' }, ...utf8 },
        { name: 'sum', type: 'int', default: { expression: '1 + 2' } },
        { name: 'bytes', type: 'binary(3)', default: { value: 'abc' } },
        { name: 'settings', type: 'json', nullable: true, default: { value: '{}' } },
        { name: 'doubled', type: 'bigint', nullable: true, generated: { expression: '`id` * 2', stored: false } },
        {
          name: 'signs',
          type: 'varchar(40)',
          nullable: true,
          generated: { expression: "concat(`token`,'\\\\','it\\'s\\n')", stored: false },
          ...utf8,
        },
        { name: 'sign', type: 'varchar(9)', default: { expression: String.raw`concat('\\','a')` }, ...utf8 },
        { name: 'hidden', type: 'int', default: { value: '1' }, invisible: true },
        {
          name: 'changed',
          type: 'timestamp(3)',
          default: { expression: 'CURRENT_TIMESTAMP(3)' },
          onUpdate: 'CURRENT_TIMESTAMP(3)',
        },
        { name: 'never', type: 'timestamp', default: { value: '0000-00-00 00:00:00' }, comment: "it's \\ zero" },
      ],
      primaryKey: ['id'],
      indexes: [
        { name: 'by_group', unique: true, columns: ['group`by(10)'] },
        { name: 'words', type: 'FULLTEXT', columns: ['note'] },
      ],
    },
  ],
  sequences: ['numbers'],
}

describeDatabase('writeDdl', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createTestDatabase()
  })
  afterEach(() => database.drop())

  it('keeps every fact', async () => {
    await createSchema({ url: database.url, database: database.name, snapshot: oddities })
    expect(await introspect(database.url)).toEqual(oddities)
  })
})
