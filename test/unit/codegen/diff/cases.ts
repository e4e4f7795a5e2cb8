/** A row for each class of change: what it is, and the verdict that it has to get. */
import type { SnapshotTable } from '../../../../codegen/introspection/snapshot.ts'
import { column, id, table } from '../../../helpers/snapshot.ts'
import { type Configured, EVERYONE, type Expected, t, x } from './compared.ts'

const other = table('cc_other', [id])
const someone = { columns: ['x'], references: { table: 'cc_other', columns: ['id'] } }
const withKey = (key: object = {}): SnapshotTable =>
  t([column('x', 'bigint', { nullable: true })], { foreignKeys: [{ name: 'k', ...someone, ...key }] })
const withoutKey = x('bigint', { nullable: true })
const bin = { charset: 'utf8mb3', collation: 'utf8mb3_bin' }

export interface Case {
  readonly what: string
  readonly before: readonly SnapshotTable[]
  readonly after: readonly SnapshotTable[]
  readonly want: readonly Expected[]
  readonly configured?: Configured
}

export const CASES: readonly Case[] = [
  { what: 'nothing', before: [x('int')], after: [x('int')], want: [] },

  // Relations as a whole.
  { what: 'a table dropped', before: [x('int')], after: [], want: [['table-dropped', 'breaking', ...EVERYONE]] },
  { what: 'a table added', before: [], after: [x('int')], want: [['table-added', 'additive', ...EVERYONE]] },
  {
    what: 'a table excluded by the configuration',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { exclude: ['cc_t'] } },
    want: [['table-dropped', 'breaking', ...EVERYONE]],
  },
  {
    what: 'a resource renamed by the configuration',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { resources: { cc_t: 'thing' } } },
    want: [['resource-renamed', 'breaking', 'reads', 'writes', 'client', 'types']],
  },
  {
    what: 'a table that became a view',
    before: [x('int')],
    after: [{ ...x('int'), kind: 'view', primaryKey: [] }],
    want: [
      ['table-kind', 'breaking', 'writes', 'client', 'types'],
      ['primary-key', 'breaking', 'reads', 'writes', 'client'],
    ],
  },
  {
    what: 'MyISAM to InnoDB',
    before: [t([], { engine: 'MyISAM' })],
    after: [t([], { engine: 'InnoDB' })],
    want: [['engine', 'additive', 'writes']],
  },
  {
    what: 'InnoDB to MyISAM',
    before: [t([], { engine: 'InnoDB' })],
    after: [t([], { engine: 'MyISAM' })],
    want: [['engine', 'breaking', 'writes']],
  },
  {
    what: 'MyISAM to Aria',
    before: [t([], { engine: 'MyISAM' })],
    after: [t([], { engine: 'Aria' })],
    want: [['engine', 'neutral', 'writes']],
  },
  {
    what: 'an action table',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { actions: { cc_t: 'It calls.' } } },
    want: [['read-only', 'breaking', 'writes', 'client']],
  },
  {
    what: 'an action table opened',
    before: [x('int')],
    after: [x('int')],
    configured: { before: { actions: { cc_t: 'It calls.' } } },
    want: [['writable', 'additive', 'writes', 'client']],
  },
  {
    what: 'another comment',
    before: [t([])],
    after: [t([], { comment: 'Things' })],
    want: [['table-comment', 'neutral', 'client', 'types']],
  },

  // Keys.
  {
    what: 'a primary key dropped',
    before: [x('int')],
    after: [{ ...x('int'), primaryKey: [] }],
    want: [['primary-key', 'breaking', 'reads', 'writes', 'client']],
  },
  {
    what: 'a primary key over other columns',
    before: [x('int')],
    after: [{ ...x('int'), primaryKey: ['id', 'x'] }],
    want: [
      ['primary-key', 'breaking', 'reads', 'writes', 'client'],
      // Part of a key, it has no blank any more.
      ['must-be-named', 'breaking', 'writes', 'client'],
    ],
  },
  {
    what: 'a primary key at last',
    before: [{ ...x('int'), primaryKey: [] }],
    after: [x('int')],
    want: [['primary-key', 'additive', 'reads', 'writes', 'client']],
  },
  {
    what: 'an index dropped',
    before: [t([column('x', 'int')], { indexes: [{ name: 'i', columns: ['x'] }] })],
    after: [x('int')],
    want: [['index', 'neutral', 'filters']],
  },
  {
    what: 'an index dropped while another leads with its column',
    before: [
      t([column('x', 'int')], {
        indexes: [
          { name: 'i', columns: ['x'] },
          { name: 'j', columns: ['x', 'id'] },
        ],
      }),
    ],
    after: [t([column('x', 'int')], { indexes: [{ name: 'j', columns: ['x', 'id'] }] })],
    want: [],
  },
  {
    what: 'an index that the server ignores from now on',
    before: [t([column('x', 'int')], { indexes: [{ name: 'i', columns: ['x'] }] })],
    after: [t([column('x', 'int')], { indexes: [{ name: 'i', columns: ['x'], ignored: true }] })],
    want: [['index', 'neutral', 'filters']],
  },
  {
    what: 'a descending index in the place of a prefix',
    before: [t([column('x', 'varchar(9)')], { indexes: [{ name: 'i', columns: ['x(4)'] }] })],
    after: [t([column('x', 'varchar(9)')], { indexes: [{ name: 'i', columns: ['x DESC'] }] })],
    want: [],
  },
  {
    what: 'system versioning',
    before: [x('int')],
    after: [{ ...x('int'), systemVersioned: true }],
    want: [['system-versioning', 'neutral']],
  },
  {
    what: 'an index renamed',
    before: [t([column('x', 'int')], { indexes: [{ name: 'i', columns: ['x'] }] })],
    after: [t([column('x', 'int')], { indexes: [{ name: 'j', columns: ['x'] }] })],
    want: [],
  },
  {
    what: 'an index over words, which no filter uses',
    before: [x('text')],
    after: [t([column('x', 'text')], { indexes: [{ name: 'i', type: 'FULLTEXT', columns: ['x'] }] })],
    want: [],
  },
  {
    what: 'an index dropped while one over words is left',
    before: [
      t([column('x', 'varchar(9)')], {
        indexes: [
          { name: 'i', columns: ['x'] },
          { name: 'w', type: 'FULLTEXT', columns: ['x'] },
        ],
      }),
    ],
    after: [t([column('x', 'varchar(9)')], { indexes: [{ name: 'w', type: 'FULLTEXT', columns: ['x'] }] })],
    want: [['index', 'neutral', 'filters']],
  },
  {
    what: 'two unique keys over one column dropped',
    before: [
      t([column('x', 'int', { nullable: true })], {
        indexes: [
          { name: 'u', unique: true, columns: ['x'] },
          { name: 'v', unique: true, columns: ['x'] },
        ],
      }),
    ],
    after: [x('int', { nullable: true })],
    want: [['unique-key', 'additive', 'writes', 'filters']],
  },
  {
    what: 'an index added',
    before: [x('int')],
    after: [t([column('x', 'int')], { indexes: [{ name: 'i', columns: ['x'] }] })],
    want: [['index', 'neutral', 'filters']],
  },
  {
    what: 'a unique key added',
    before: [x('int', { nullable: true })],
    after: [t([column('x', 'int', { nullable: true })], { indexes: [{ name: 'u', unique: true, columns: ['x'] }] })],
    want: [['unique-key', 'breaking', 'writes']],
  },
  {
    what: 'a unique key over a new column that may be left empty',
    before: [t([])],
    after: [t([column('x', 'int', { nullable: true })], { indexes: [{ name: 'u', unique: true, columns: ['x'] }] })],
    want: [
      ['column-added', 'additive', ...EVERYONE],
      ['unique-key', 'additive', 'writes'],
    ],
  },
  {
    what: 'a unique key over a new column that all who leave it out give the same value',
    before: [t([])],
    after: [
      t([column('x', 'int', { default: { value: '0' } })], { indexes: [{ name: 'u', unique: true, columns: ['x'] }] }),
    ],
    want: [
      ['unique-key', 'breaking', 'writes'],
      ['cursor', 'additive', 'reads'],
      ['column-added', 'additive', ...EVERYONE],
    ],
  },
  {
    what: 'an index with the key dropped, in whose order lists were walked',
    before: [t([column('x', 'int')], { indexes: [{ name: 'i', columns: ['x', 'id'] }] })],
    after: [t([column('x', 'int')], { indexes: [{ name: 'i', columns: ['x'] }] })],
    want: [['cursor', 'breaking', 'reads']],
  },
  {
    what: 'the engine that ends each index in the key',
    before: [t([column('x', 'int')], { engine: 'InnoDB', indexes: [{ name: 'i', columns: ['x'] }] })],
    after: [t([column('x', 'int')], { engine: 'MyISAM', indexes: [{ name: 'i', columns: ['x'] }] })],
    want: [
      ['cursor', 'breaking', 'reads'],
      ['engine', 'breaking', 'writes'],
    ],
  },
  {
    what: 'a unique key dropped',
    before: [t([column('x', 'int', { nullable: true })], { indexes: [{ name: 'u', unique: true, columns: ['x'] }] })],
    after: [x('int', { nullable: true })],
    want: [['unique-key', 'additive', 'writes', 'filters']],
  },
  {
    what: 'a foreign key declared',
    before: [withoutKey, other],
    after: [withKey(), other],
    want: [
      ['foreign-key', 'breaking', 'writes'],
      ['relation', 'additive', 'filters'],
    ],
  },
  {
    what: 'a foreign key undeclared',
    before: [withKey(), other],
    after: [withoutKey, other],
    want: [
      ['relation', 'breaking', 'filters'],
      ['foreign-key', 'additive', 'writes'],
    ],
  },
  {
    what: 'a foreign key that cleaned up, undeclared',
    before: [withKey({ onDelete: 'CASCADE' }), other],
    after: [withoutKey, other],
    want: [
      ['foreign-key', 'breaking', 'writes'],
      ['relation', 'breaking', 'filters'],
    ],
  },
  {
    what: 'a foreign key the configuration knew already',
    before: [withoutKey, other],
    after: [withKey(), other],
    configured: {
      before: { relations: [{ from: 'cc_t.x', to: 'cc_other.id' }] },
      after: { relations: [{ from: 'cc_t.x', to: 'cc_other.id' }] },
    },
    want: [['foreign-key', 'breaking', 'writes']],
  },
  {
    what: 'a relation to another table',
    before: [withoutKey, other, table('cc_third', [id])],
    after: [withoutKey, other, table('cc_third', [id])],
    configured: {
      before: { relations: [{ from: 'cc_t.x', to: 'cc_other.id' }] },
      after: { relations: [{ from: 'cc_t.x', to: 'cc_third.id' }] },
    },
    want: [['relation', 'breaking', 'filters']],
  },
  {
    what: 'a trigger added',
    before: [x('int')],
    after: [{ ...x('int'), triggers: [{ name: 'g', timing: 'BEFORE', event: 'INSERT' }] }],
    want: [['trigger', 'breaking', 'writes']],
  },
  {
    what: 'a trigger dropped',
    before: [{ ...x('int'), triggers: [{ name: 'g', timing: 'BEFORE', event: 'INSERT' }] }],
    after: [x('int')],
    want: [['trigger', 'breaking', 'writes']],
  },

  // Columns that come and go.
  { what: 'a column dropped', before: [x('int')], after: [t([])], want: [['column-dropped', 'breaking', ...EVERYONE]] },
  {
    what: 'a nullable column added',
    before: [t([])],
    after: [x('int', { nullable: true })],
    want: [['column-added', 'additive', ...EVERYONE]],
  },
  {
    what: 'a column added that the API leaves blank',
    before: [t([])],
    after: [x('int')],
    want: [['column-added', 'breaking', 'types']],
  },
  {
    what: 'a column added that a create must name',
    before: [t([])],
    after: [x('uuid')],
    want: [['column-added', 'breaking', 'writes', 'client', 'types']],
  },
  {
    what: 'columns in another order',
    before: [t([column('a', 'int'), column('b', 'int'), column('c', 'int')])],
    after: [t([column('c', 'int'), column('a', 'int'), column('b', 'int')])],
    want: [['columns-reordered', 'neutral', 'reads', 'types']],
  },
  {
    what: 'a field renamed by the configuration',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { fields: { 'cc_t.x': 'y' } } },
    want: [['field-renamed', 'breaking', 'reads', 'client']],
  },
  {
    what: 'a field renamed back by the configuration',
    before: [x('int')],
    after: [x('int')],
    configured: { before: { fields: { 'cc_t.x': 'y' } } },
    want: [['field-renamed', 'breaking', 'reads', 'writes', 'filters', 'client']],
  },

  // Types.
  ...(
    [
      ['int', 'bigint', 'column-widened', 'breaking', 'types'],
      ['smallint', 'int', 'column-widened', 'additive', 'reads', 'writes'],
      ['int', 'smallint', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['int', 'int unsigned', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['int unsigned', 'bigint', 'column-widened', 'breaking', 'types'],
      ['varchar(40)', 'varchar(50)', 'column-widened', 'additive', 'reads', 'writes'],
      ['varchar(50)', 'varchar(40)', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['longtext', 'varchar(3000)', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['varchar(200)', 'text', 'column-widened', 'additive', 'reads', 'writes'],
      ['char(5)', 'varchar(5)', 'column-widened', 'additive', 'reads', 'writes'],
      ['varchar(5)', 'char(5)', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['decimal(15,5)', 'decimal(18,5)', 'column-widened', 'additive', 'reads', 'writes'],
      ['decimal(15,5)', 'decimal(15,2)', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['decimal(15,5)', 'decimal(12,5)', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['decimal(15,5)', 'float', 'column-narrowed', 'breaking', 'writes', 'client', 'types'],
      ['float', 'decimal(15,5)', 'column-narrowed', 'breaking', 'writes', 'client', 'types'],
      ['float', 'double', 'column-widened', 'additive', 'reads', 'writes'],
      ['char(40)', 'int', 'column-retyped', 'breaking', ...EVERYONE],
      ['int', 'decimal(15,5)', 'column-retyped', 'breaking', ...EVERYONE],
      ['timestamp', 'datetime', 'column-widened', 'additive', 'reads', 'writes'],
      ['datetime', 'timestamp', 'column-narrowed', 'breaking', 'writes', 'client'],
      ['datetime', 'datetime(3)', 'column-retyped', 'breaking', 'reads', 'writes', 'filters', 'client'],
      ['datetime', 'date', 'column-retyped', 'breaking', ...EVERYONE],
      ['varbinary(10)', 'varbinary(20)', 'column-widened', 'additive', 'reads', 'writes'],
      ['text', 'blob', 'column-retyped', 'breaking', ...EVERYONE],
      ["enum('a','b')", "enum('a','b','c')", 'values', 'additive', 'reads', 'filters', 'client', 'types'],
      ["enum('a','b')", "enum('a')", 'values', 'breaking', ...EVERYONE],
      ["enum('a','b')", "enum('b','a')", 'values', 'neutral', 'reads', 'filters', 'client', 'types'],
      ["set('a','b')", "set('a')", 'values', 'breaking', ...EVERYONE],
      ["enum('a','b')", 'varchar(10)', 'column-widened', 'breaking', 'client', 'types'],
      ['varchar(10)', "enum('a','b')", 'column-narrowed', 'breaking', 'writes', 'client', 'types'],
    ] as const
  ).map(([from, to, ...want]): Case => ({
    what: `${from} to ${to}`,
    before: [x(from, { nullable: true })],
    after: [x(to, { nullable: true })],
    want: [want],
  })),

  // Null and defaults.
  {
    what: 'NOT NULL to NULL',
    before: [x('int', { default: { value: '0' } })],
    after: [x('int', { default: { value: '0' }, nullable: true })],
    want: [['null-allowed', 'breaking', 'reads', 'client', 'types']],
  },
  {
    what: 'a zero date to NULL, which is null on the wire either way',
    before: [x('timestamp', { default: { value: '0000-00-00 00:00:00' } })],
    after: [x('timestamp', { default: { value: '0000-00-00 00:00:00' }, nullable: true })],
    want: [['null-allowed', 'breaking', 'types']],
  },
  {
    what: 'a zero date as the default lost, which was null on the wire',
    before: [x('timestamp', { default: { value: '0000-00-00 00:00:00' } })],
    after: [x('datetime', { nullable: true })],
    want: [
      ['null-allowed', 'breaking', 'types'],
      ['column-widened', 'additive', 'reads', 'writes'],
    ],
  },
  {
    what: 'NULL to NOT NULL',
    before: [x('int', { default: { value: '0' }, nullable: true })],
    after: [x('int', { default: { value: '0' } })],
    want: [['null-refused', 'breaking', 'writes', 'client', 'types']],
  },
  {
    what: 'a default lost, where the API stores the same',
    before: [x('int', { default: { value: '0' } })],
    after: [x('int')],
    want: [['default', 'breaking', 'types']],
  },
  {
    what: 'a default lost, where the API stores another value',
    before: [x('int', { default: { value: '7' } })],
    after: [x('int')],
    want: [['default', 'breaking', 'writes', 'types']],
  },
  {
    what: 'a default lost, where nothing can stand for it',
    before: [x('uuid', { default: { expression: 'uuid()' } })],
    after: [x('uuid')],
    want: [['must-be-named', 'breaking', 'writes', 'client', 'types']],
  },
  {
    what: 'a default gained by what had to be named',
    before: [x('uuid')],
    after: [x('uuid', { default: { expression: 'uuid()' } })],
    want: [['may-be-left-out', 'additive', 'writes', 'client', 'types']],
  },
  {
    what: 'a default gained that is what the API stored',
    before: [x('int')],
    after: [x('int', { default: { value: '0' } })],
    want: [['default', 'additive', 'types']],
  },
  {
    what: 'another default',
    before: [x('int', { default: { value: '1' } })],
    after: [x('int', { default: { value: '2' } })],
    want: [['default', 'breaking', 'writes']],
  },
  {
    what: 'the same default with more zeros',
    before: [x('decimal(15,5)', { default: { value: '0.00000' } })],
    after: [x('decimal(15,5)', { default: { value: '0' } })],
    want: [],
  },
  {
    what: 'a default of a view, where nothing is left out',
    before: [{ ...x('int'), kind: 'view', primaryKey: [] }],
    after: [{ ...x('int', { default: { value: '7' } }), kind: 'view', primaryKey: [] }],
    want: [],
  },
  {
    what: 'a key that is no longer counted up',
    before: [table('cc_t', [id])],
    after: [table('cc_t', [column('id', 'bigint')])],
    want: [['must-be-named', 'breaking', 'writes', 'client', 'types']],
  },
  {
    what: 'ON UPDATE',
    before: [x('timestamp', { default: { expression: 'CURRENT_TIMESTAMP' } })],
    after: [x('timestamp', { default: { expression: 'CURRENT_TIMESTAMP' }, onUpdate: 'CURRENT_TIMESTAMP' })],
    want: [['on-update', 'neutral', 'reads']],
  },

  // Texts.
  {
    what: 'from exact to case-insensitive comparison',
    before: [x('varchar(5)', bin)],
    after: [x('varchar(5)', { charset: 'utf8mb3', collation: 'utf8mb3_general_ci' })],
    want: [['collation', 'breaking', 'filters']],
  },
  {
    what: 'of a secret, which no filter takes',
    before: [t([column('secret', 'varchar(5)', bin)])],
    after: [t([column('secret', 'varchar(5)', { charset: 'utf8mb3', collation: 'utf8mb3_general_ci' })])],
    want: [['collation', 'neutral', 'writes']],
  },
  {
    what: 'between two case-insensitive collations',
    before: [x('varchar(5)', { charset: 'utf8mb4', collation: 'utf8mb4_general_ci' })],
    after: [x('varchar(5)', { charset: 'utf8mb4', collation: 'utf8mb4_unicode_ci' })],
    want: [['collation', 'neutral', 'filters']],
  },
  {
    what: 'to a collation in which spaces at the end count',
    before: [x('varchar(5)', { charset: 'utf8mb4', collation: 'utf8mb4_general_ci' })],
    after: [x('varchar(5)', { charset: 'utf8mb4', collation: 'utf8mb4_0900_ai_ci' })],
    want: [['collation', 'breaking', 'filters']],
  },
  {
    what: 'a wider character set',
    before: [x('varchar(5)', bin)],
    after: [x('varchar(5)', { charset: 'utf8mb4', collation: 'utf8mb4_bin' })],
    want: [
      ['charset', 'additive', 'writes'],
      ['collation', 'neutral', 'filters'],
    ],
  },
  {
    what: 'a narrower character set',
    before: [x('varchar(5)', { charset: 'utf8mb4', collation: 'utf8mb4_bin' })],
    after: [x('varchar(5)', { charset: 'latin1', collation: 'latin1_bin' })],
    want: [
      ['charset', 'breaking', 'writes'],
      ['collation', 'neutral', 'filters'],
    ],
  },
  {
    what: 'the default collation of a table',
    before: [t([], { collation: 'utf8mb3_bin' })],
    after: [t([], { collation: 'utf8mb4_unicode_ci' })],
    want: [['table-collation', 'neutral']],
  },

  // What may be done with a column.
  {
    what: 'a column that the database computes from now on',
    before: [x('int', { nullable: true })],
    after: [x('int', { nullable: true, generated: { expression: '`id` + 1', stored: true } })],
    want: [['generated', 'breaking', 'writes', 'client', 'types']],
  },
  {
    what: 'a column that the database no longer computes',
    before: [x('int', { nullable: true, generated: { expression: '`id` + 1', stored: true } })],
    after: [x('int', { nullable: true })],
    want: [['generated', 'additive', 'reads', 'writes', 'client', 'types']],
  },
  {
    what: 'a column computed otherwise',
    before: [x('int', { nullable: true, generated: { expression: '`id` + 1', stored: true } })],
    after: [x('int', { nullable: true, generated: { expression: '`id` + 2', stored: true } })],
    want: [['generated', 'breaking', 'reads', 'filters']],
  },
  {
    what: 'a column that became a secret',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { secrets: { 'cc_t.x': 'a number' } } },
    want: [['secret', 'breaking', 'reads', 'filters', 'client']],
  },
  {
    what: 'a column that is protected',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { protected: { 'cc_t.x': { writable: 'create', hint: 'Kept.' } } } },
    want: [['protected', 'breaking', 'writes', 'client']],
  },
  {
    what: 'a flag',
    before: [x("enum('t','f')", { nullable: true })],
    after: [x("enum('t','f')", { nullable: true })],
    configured: { after: { flags: { 'cc_t.x': true } } },
    want: [['column-retyped', 'breaking', 'reads', 'writes', 'filters', 'client']],
  },
  {
    what: 'a TypeScript type of the operator’s own',
    before: [x('varchar(9)', { nullable: true })],
    after: [x('varchar(9)', { nullable: true })],
    configured: { after: { columnTypes: { 'cc_t.x': { typescript: "'a' | 'b'" } } } },
    want: [['column-retyped', 'breaking', 'types']],
  },
  {
    what: 'smaller pages at most',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { pageSizes: { cc_t: { maximum: 100 } } } },
    want: [['page-size', 'breaking', 'reads']],
  },
  {
    what: 'other pages where none are asked for',
    before: [x('int')],
    after: [x('int')],
    configured: { after: { pageSizes: { cc_t: { default: 50 } } } },
    want: [['page-size', 'neutral', 'reads']],
  },
  {
    what: 'a column that is searched',
    before: [x('varchar(9)')],
    after: [x('varchar(9)')],
    configured: { after: { search: { cc_t: ['x'] } } },
    want: [['search', 'additive', 'filters']],
  },
  {
    what: 'a table that is searched no more',
    before: [x('varchar(9)')],
    after: [x('varchar(9)')],
    configured: { before: { search: { cc_t: ['x'] } } },
    want: [['search', 'breaking', 'filters']],
  },
  {
    what: 'an invisible column',
    before: [x('int')],
    after: [x('int', { invisible: true })],
    want: [['column-visibility', 'neutral', 'reads']],
  },
  {
    what: 'the comment of a column',
    before: [x('int')],
    after: [x('int', { comment: 'seconds' })],
    want: [['column-comment', 'neutral', 'client', 'types']],
  },
  {
    what: 'a narrower column where nothing can be written',
    before: [{ ...x('varchar(9)'), kind: 'view', primaryKey: [] }],
    after: [{ ...x('varchar(5)'), kind: 'view', primaryKey: [] }],
    want: [['column-narrowed', 'neutral']],
  },
]
