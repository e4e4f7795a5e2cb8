/** A table with a column of every type, its descriptor, and a card, its group and its calls in A2Billing's manner. */
import { createConnection } from 'mysql2/promise'
import { inject } from 'vitest'
import * as types from '../../../src/resources/column-types.ts'
import type { Column, Resource } from '../../../src/resources/resource.ts'

export type Engine = 'MyISAM' | 'InnoDB'

const SQL_TYPES: readonly [name: string, sql: string, column: Omit<Column, 'name' | 'nullable'>][] = [
  ['ti', 'tinyint', { type: types.tinyint }],
  ['tu', 'tinyint unsigned zerofill', { type: types.unsigned.tinyint }],
  ['si', 'smallint', { type: types.smallint }],
  ['mi', 'mediumint', { type: types.mediumint }],
  ['ii', 'int', { type: types.int }],
  ['iu', 'int unsigned', { type: types.unsigned.int }],
  ['bi', 'bigint', { type: types.bigint }],
  ['bu', 'bigint unsigned zerofill', { type: types.unsigned.bigint }],
  ['de', 'decimal(15,5)', { type: types.decimal(15, 5) }],
  ['dz', 'decimal(6,2) unsigned zerofill', { type: types.unsigned.decimal(6, 2) }],
  ['fl', 'float', { type: types.float }],
  ['fz', 'float unsigned zerofill', { type: types.unsigned.float }],
  ['fs', 'float(7,2)', { type: types.scaled.float(7, 2) }],
  ['du', 'double', { type: types.double }],
  ['vc', 'varchar(20) character set utf8mb3 collate utf8mb3_bin', { type: types.varchar(20, 'utf8mb3') }],
  ['v4', 'varchar(20) character set utf8mb4', { type: types.varchar(20, 'utf8mb4') }],
  ['vl', 'varchar(200) character set latin1', { type: types.varchar(200, 'latin1') }],
  ['va', 'varchar(20) character set ascii', { type: types.varchar(20, 'ascii') }],
  ['vu', 'varchar(20) character set ucs2', { type: types.varchar(20, 'ucs2') }],
  ['ch', 'char(5) character set utf8mb3', { type: types.char(5, 'utf8mb3') }],
  ['tt', 'tinytext character set utf8mb3', { type: types.tinytext('utf8mb3') }],
  ['mt', 'mediumtext character set utf8mb3', { type: types.mediumtext('utf8mb3') }],
  ['da', 'date', { type: types.date }],
  ['dt', 'datetime(3)', { type: types.datetime(3) }],
  ['d6', 'datetime(6)', { type: types.datetime(6) }],
  ['ts', 'timestamp', { type: types.timestamp() }],
  ['tm', 'time', { type: types.time() }],
  ['yr', 'year', { type: types.year }],
  ['en', "enum('t','f','1')", { type: types.enumOf('t', 'f', '1') }],
  ['se', "set('a','b')", { type: types.setOf('a', 'b') }],
  ['bt', 'bit(64)', { type: types.bit(64) }],
  ['js', 'json', { type: types.json }],
  ['uu', 'uuid', { type: types.uuid }],
  ['i6', 'inet6', { type: types.inet6 }],
  ['i4', 'inet4', { type: types.inet4 }],
  ['vb', 'varbinary(3)', { type: types.varbinary(3) }],
  ['bl', 'tinyblob', { type: types.tinyblob }],
  ['bn', 'binary(3)', { type: types.binary(3) }],
  ['po', 'point', { type: types.opaque('point'), writable: 'never' }],
  ['ft', 'char(1) character set utf8mb3', { type: types.flag(types.char(1, 'utf8mb3'), 't', 'f') }],
  ['fi', 'tinyint unsigned zerofill', { type: types.flag(types.unsigned.tinyint, 1, 0) }],
  ['fe', "enum('no','yes','later')", { type: types.flag(types.enumOf('no', 'yes', 'later'), 'yes', 'no') }],
  ['fb', 'bit(1)', { type: types.flag(types.bit(1), 1, 0) }],
  ['jt', 'tinytext character set utf8mb3', { type: types.json }],
  ['select', 'int', { type: types.int }],
  ["it's `odd`?", 'int', { type: types.int }],
  ['__proto__', 'int', { type: types.int }],
  ['constructor', 'int', { type: types.int }],
]

export const everyType: Resource = {
  name: 'everytype',
  table: 'every_type',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: types.bigint },
    ...SQL_TYPES.map(([name, , column]) => ({ ...column, name, nullable: true as const })),
    { name: 'zero', type: types.timestamp(), zeroDate: true },
  ],
  relations: {},
}

export const cardgroup: Resource = {
  name: 'cardgroup',
  table: 'cc_card_group',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: types.int },
    { name: 'name', type: types.varchar(50, 'utf8mb3'), blank: '' },
    { name: 'pin', type: types.varchar(50, 'utf8mb3'), blank: '', secret: true },
  ],
  relations: {},
}

export const card: Resource = {
  name: 'card',
  table: 'cc_card',
  primaryKey: ['id'],
  resetVariables: ['serial'],
  columns: [
    { name: 'id', type: types.bigint },
    { name: 'username', type: types.varchar(50, 'utf8mb3'), required: 'filled' },
    { name: 'credit', type: types.decimal(15, 5), required: 'filled', writable: 'create' },
    { name: 'id_group', type: types.int, blank: '1' },
    { name: 'country', type: types.char(3, 'utf8mb3'), nullable: true },
    { name: 'serial', type: types.bigint, nullable: true, writable: 'never' },
    { name: 'expirationdate', type: types.timestamp(), zeroDate: true },
    { name: 'vat', type: types.float },
  ],
  relations: {
    id_group: { resource: 'cardgroup', column: 'id' },
    country: { resource: 'country', column: 'countrycode' },
  },
}

/** Its code is a reference's target without being unique. */
export const country: Resource = {
  name: 'country',
  table: 'cc_country',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: types.bigint },
    { name: 'countrycode', type: types.char(3, 'utf8mb3') },
    { name: 'countryname', type: types.char(80, 'utf8mb3') },
  ],
  relations: {},
}

export const rate: Resource = {
  name: 'rate',
  table: 'cc_rate',
  primaryKey: ['id_plan', 'prefix'],
  columns: [
    { name: 'id_plan', type: types.int, required: true },
    { name: 'prefix', type: types.varchar(20, 'utf8mb3'), required: true },
    { name: 'price', type: types.decimal(15, 5), blank: '0' },
  ],
  relations: {},
}

/** Its key is a text, under a collation that takes `abc`, `ABC` and `abc ` for one. */
export const tag: Resource = {
  name: 'tag',
  table: 'cc_tag',
  primaryKey: ['code'],
  columns: [
    { name: 'code', type: types.varchar(20, 'latin1'), required: true },
    { name: 'note', type: types.varchar(20, 'utf8mb3'), blank: '' },
  ],
  relations: {},
}

/** Its key is a number that the table does not hold as it is shown. */
export const measure: Resource = {
  name: 'measure',
  table: 'cc_measure',
  primaryKey: ['size'],
  columns: [
    { name: 'size', type: types.float, required: true },
    { name: 'note', type: types.varchar(20, 'utf8mb3'), blank: '' },
  ],
  relations: {},
}

/** Empties the database and builds the tables in it, the card's with A2Billing's trigger. */
export async function buildTables(url: string, engine: Engine): Promise<void> {
  const connection = await createConnection(url)
  // The types that only MariaDB has.
  const known = SQL_TYPES.filter(([, sql]) => !inject('mysql') || !['uuid', 'inet4', 'inet6'].includes(sql))
  const columns = known.map(([name, sql]) => `\`${name.replaceAll('`', '``')}\` ${sql} null`)
  const statements = [
    "set sql_mode = ''",
    'drop table if exists every_type, cc_card_group, cc_card, cc_country, cc_rate, cc_tag, cc_measure',
    `create table every_type (id bigint auto_increment primary key, ${columns.join(', ')},
       zero timestamp not null default '0000-00-00 00:00:00') engine=${engine} charset=utf8mb4`,
    `create table cc_card_group (id int auto_increment primary key, name varchar(50) not null,
       pin varchar(50) not null) engine=${engine} charset=utf8mb3 collate=utf8mb3_bin`,
    `create table cc_card (id bigint auto_increment primary key, username varchar(50) not null,
       credit decimal(15,5) not null, id_group int not null, country char(3), serial bigint,
       expirationdate timestamp not null default '0000-00-00 00:00:00', vat float not null default 0,
       unique key cons_cc_card_username (username), key expirationdate (expirationdate)) engine=${engine} charset=utf8mb3 collate=utf8mb3_bin`,
    `create table cc_country (id bigint auto_increment primary key, countrycode char(3) not null,
       countryname char(80) not null) engine=${engine} charset=utf8mb3 collate=utf8mb3_bin`,
    `create table cc_rate (id_plan int not null, prefix varchar(20) not null, price decimal(15,5) not null,
       primary key (id_plan, prefix)) engine=${engine} charset=utf8mb3 collate=utf8mb3_bin`,
    `create table cc_tag (code varchar(20) character set latin1 not null primary key,
       note varchar(20) not null) engine=${engine} charset=utf8mb3`,
    `create table cc_measure (size float not null primary key, note varchar(20) not null)
       engine=${engine} charset=utf8mb3`,
    `create trigger cc_card_serial before insert on cc_card for each row
       set new.serial = @serial, @serial = 101`,
    "insert into cc_card_group (id, name, pin) values (1, 'Staff', '1234'), (2, 'Own', '5678')",
    "insert into cc_country (countrycode, countryname) values ('FRA', 'France'), ('FRA', 'France twice')",
    `insert into cc_card (id, username, credit, id_group, country, expirationdate, vat) values
       (1, 'anna', 10.5, 1, 'FRA', '0000-00-00 00:00:00', 19.6), (2, 'Bert', 0, 999, '', '2030-01-01 00:00:00', 0.1)`,
  ]
  try {
    for (const statement of statements) await connection.query(statement)
  } finally {
    await connection.end()
  }
}
