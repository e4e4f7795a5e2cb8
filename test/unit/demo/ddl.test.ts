import { describe, expect, it } from 'vitest'
import type { SnapshotColumn, SnapshotTable } from '../../../codegen/introspection/snapshot.ts'
import { writeDdl } from '../../../scripts/demo/ddl.ts'

function ddlOf(table: Partial<SnapshotTable>, options = {}): string[] {
  const columns: SnapshotColumn[] = [{ name: 'id', type: 'int' }]
  return writeDdl({ format: 1, tables: [{ name: 't', kind: 'table', columns, ...table }] }, undefined, options)
}

describe('a column', () => {
  it.each<[want: string, column: SnapshotColumn]>([
    ['`a` int NOT NULL', { name: 'a', type: 'int' }],
    ['`a` timestamp NULL', { name: 'a', type: 'timestamp', nullable: true }],
    ['`a` bigint NOT NULL AUTO_INCREMENT', { name: 'a', type: 'bigint', autoIncrement: true }],
    ["`a` int NULL DEFAULT '0'", { name: 'a', type: 'int', nullable: true, default: { value: '0' } }],
    ["`a` char(9) NOT NULL DEFAULT 'it''s \\ '", { name: 'a', type: 'char(9)', default: { value: "it's \\ " } }],
    ["`a` text NOT NULL DEFAULT ('x')", { name: 'a', type: 'text', default: { value: 'x' } }],
    ["`a` json NULL DEFAULT ('{}')", { name: 'a', type: 'json', nullable: true, default: { value: '{}' } }],
    ["`a` bit(2) NOT NULL DEFAULT b'10'", { name: 'a', type: 'bit(2)', default: { expression: "b'10'" } }],
    ["`a` blob NOT NULL DEFAULT x'00ff'", { name: 'a', type: 'blob', default: { expression: "x'00ff'" } }],
    [
      '`a` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP',
      { name: 'a', type: 'timestamp', default: { expression: 'CURRENT_TIMESTAMP' }, onUpdate: 'CURRENT_TIMESTAMP' },
    ],
    [
      '`a` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)',
      { name: 'a', type: 'datetime(3)', default: { expression: 'CURRENT_TIMESTAMP(3)' } },
    ],
    ['`a` char(36) NOT NULL DEFAULT (uuid())', { name: 'a', type: 'char(36)', default: { expression: 'uuid()' } }],
    [
      '`a` int GENERATED ALWAYS AS (b + 1) VIRTUAL',
      { name: 'a', type: 'int', nullable: true, generated: { expression: 'b + 1', stored: false } },
    ],
    [
      '`a` int GENERATED ALWAYS AS (b + 1) STORED NOT NULL',
      { name: 'a', type: 'int', generated: { expression: 'b + 1', stored: true } },
    ],
    ['`a` int NOT NULL INVISIBLE', { name: 'a', type: 'int', invisible: true }],
    ["`a` int NOT NULL COMMENT 'it''s */'", { name: 'a', type: 'int', comment: "it's */" }],
    [
      '`a` char(2) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL',
      { name: 'a', type: 'char(2)', charset: 'latin1', collation: 'latin1_bin' },
    ],
    ['`or``der` int NOT NULL', { name: 'or`der', type: 'int' }],
  ])('%s', (want, column) => {
    expect(ddlOf({ columns: [column] })).toEqual([`CREATE TABLE \`t\` (\n  ${want}\n)`])
  })

  it('leaves out a collation that is the table’s own', () => {
    const column = { name: 'a', type: 'char(2)', charset: 'utf8mb3', collation: 'utf8mb3_bin' }
    expect(ddlOf({ columns: [column], collation: 'utf8mb3_bin' })).toEqual([
      'CREATE TABLE `t` (\n  `a` char(2) NOT NULL\n) DEFAULT CHARSET utf8mb3 COLLATE utf8mb3_bin',
    ])
  })
})

describe('a table', () => {
  it.each<[want: string, index: NonNullable<SnapshotTable['indexes']>[number]]>([
    ['KEY `k` (`a`, `b`)', { name: 'k', columns: ['a', 'b'] }],
    ['UNIQUE KEY `k` (`a`)', { name: 'k', unique: true, columns: ['a'] }],
    ['KEY `k` (`a`(10))', { name: 'k', columns: ['a(10)'] }],
    ['KEY `k` (`odd(3)`)', { name: 'k', columns: ['odd(3)'] }],
    ['KEY `k` ((lower(`a`)))', { name: 'k', columns: ['(lower(`a`))'] }],
    ['FULLTEXT KEY `k` (`a`)', { name: 'k', type: 'FULLTEXT', columns: ['a'] }],
    ['UNIQUE KEY `k` (`a`) USING HASH', { name: 'k', unique: true, type: 'HASH', columns: ['a'] }],
    ['KEY `k` (`a` DESC, `b`(3) DESC)', { name: 'k', columns: ['a DESC', 'b(3) DESC'] }],
    ['KEY `k` (`a`) /*!80000 INVISIBLE */ /*M! IGNORED */', { name: 'k', ignored: true, columns: ['a'] }],
  ])('%s', (want, index) => {
    const columns = ['a', 'b', 'odd(3)'].map((name) => ({ name, type: 'char(20)' }))
    expect(ddlOf({ columns, indexes: [index] })[0]).toContain(`,\n  ${want}\n)`)
  })

  it('has its key, engine and comment', () => {
    expect(ddlOf({ primaryKey: ['id'], engine: 'MyISAM', comment: "it's" })).toEqual([
      "CREATE TABLE `t` (\n  `id` int NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=MyISAM COMMENT='it''s'",
    ])
  })

  it('takes another engine on request', () => {
    expect(ddlOf({ engine: 'MyISAM' }, { engine: 'InnoDB' })[0]).toMatch(/\) ENGINE=InnoDB$/)
  })

  it('keeps the history of its rows', () => {
    const rowTime = (name: string, expression: string): SnapshotColumn => ({
      name,
      type: 'timestamp(6)',
      generated: { expression, stored: true },
    })
    const columns = [{ name: 'id', type: 'int' }, rowTime('until', 'ROW END'), rowTime('since', 'ROW START')]
    expect(ddlOf({ columns, systemVersioned: true })).toEqual([
      `CREATE TABLE \`t\` (
  \`id\` int NOT NULL,
  \`until\` timestamp(6) GENERATED ALWAYS AS ROW END,
  \`since\` timestamp(6) GENERATED ALWAYS AS ROW START,
  PERIOD FOR SYSTEM_TIME (\`since\`, \`until\`)
) WITH SYSTEM VERSIONING`,
    ])
  })

  it('finds the sequences that its defaults ask', () => {
    const tables = [{ name: 't', kind: 'table' as const, columns: [{ name: 'id', type: 'int' }] }]
    expect(writeDdl({ format: 1, tables, sequences: ['b', 'a'] })).toEqual([
      'CREATE SEQUENCE `b`',
      'CREATE SEQUENCE `a`',
      expect.stringMatching(/^CREATE TABLE/),
    ])
  })

  it('says what becomes of its rows when those they refer to change', () => {
    const references = { database: 'other', table: 'u', columns: ['id'] }
    const [, key] = ddlOf({
      foreignKeys: [{ name: 'f', columns: ['id'], references, onDelete: 'CASCADE', onUpdate: 'SET NULL' }],
    })
    expect(key).toMatch(/REFERENCES `other`\.`u` \(`id`\) ON DELETE CASCADE ON UPDATE SET NULL$/)
  })

  it('gets its foreign keys after every table exists', () => {
    const references = { table: 'u', columns: ['id'] }
    const [first, second] = ddlOf({ foreignKeys: [{ name: 'f', columns: ['id'], references }] })
    expect(first).toMatch(/^CREATE TABLE/)
    expect(second).toBe('ALTER TABLE `t` ADD CONSTRAINT `f` FOREIGN KEY (`id`) REFERENCES `u` (`id`)')
  })
})

describe('views and triggers', () => {
  const columns = [{ name: 'id', type: 'int' }]
  const snapshot = {
    format: 1,
    tables: [
      { name: 'a_view', kind: 'view', columns },
      { name: 'b_view', kind: 'view', columns },
      { name: 't', kind: 'table', columns, triggers: [{ name: 'tr', timing: 'BEFORE', event: 'INSERT' }] },
    ],
  } as const

  it('come last, views in the order given', () => {
    const objects = {
      views: { b_view: 'SELECT id FROM t', a_view: 'SELECT id FROM b_view' },
      triggers: { tr: 'SET @a = 1' },
    }
    expect(writeDdl(snapshot, objects).slice(1)).toEqual([
      'CREATE SQL SECURITY INVOKER VIEW `b_view` AS\nSELECT id FROM t',
      'CREATE SQL SECURITY INVOKER VIEW `a_view` AS\nSELECT id FROM b_view',
      'CREATE TRIGGER `tr` BEFORE INSERT ON `t` FOR EACH ROW\nSET @a = 1',
    ])
  })

  it('are named when their SQL is missing', () => {
    const views = { a_view: 'SELECT 1 AS id', b_view: 'SELECT 1 AS id' }
    expect(() => writeDdl(snapshot)).toThrow(/^a_view: .*add its body/)
    expect(() => writeDdl(snapshot, { views, triggers: {} })).toThrow(/^tr: .*add its body/)
  })

  it('are left out on request', () => {
    expect(writeDdl(snapshot, undefined, { skipMissingBodies: true })).toHaveLength(1)
  })
})
