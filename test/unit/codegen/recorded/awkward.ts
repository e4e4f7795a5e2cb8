/**
 * A schema of everything that servers are known to report in ways of their own, as the statements that one server's
 * version takes.
 */

/** For what no version of a server has. */
const NEVER = Number.POSITIVE_INFINITY

/** From which version on (10.11 is 1011) MariaDB and MySQL take the statement. */
const STATEMENTS: readonly (readonly [mariadb: number, mysql: number, sql: string])[] = [
  [
    0,
    0,
    `create table \`order\` (
      id int unsigned not null auto_increment,
      name varchar(40) not null default 'it''s "x" \\\\ y' comment 'é "quoted" it''s */ \\\\ back\\nnext line',
      literal varchar(40) default 'CURRENT_TIMESTAMP',
      no_null varchar(10) default 'NULL',
      blank varchar(10) not null default '',
      two_lines varchar(10) default 'a\\nb',
      latin varchar(10) character set latin1 default 'é',
      old_utf8 varchar(10) character set utf8 collate utf8_bin,
      day date not null default '2020-02-03',
      never timestamp not null default '0000-00-00 00:00:00',
      made datetime default current_timestamp,
      changed timestamp(3) not null default current_timestamp(3) on update current_timestamp(3),
      made_in year(4) not null default '2021',
      bit_off bit(1) not null default b'0',
      bits bit(8) not null default b'10100000',
      bytes binary(3) not null default 'abc',
      no_text varbinary(10) not null default x'00ff27',
      rounded float(7,2) not null default 1.5,
      big double not null default 1e30,
      price decimal(10,3) not null default -1.5,
      flag tinyint(1) not null default 1,
      unsigned_flag tinyint(1) unsigned default null,
      padded tinyint(3) unsigned zerofill default null,
      state enum('\\\\','it''s','a,b','new\\nline','q"x','/* c */','é') not null default 'it''s',
      options set('a','b') not null default 'a,b',
      next_flag int generated always as (flag + 1) virtual,
      label varchar(100) generated always as (concat(name, 'x''y', '\\\\')) stored,
      mixed bigint generated always as ((flag + unsigned_flag) * 2 + price) virtual,
      settings json,
      shape geometry,
      shapes geometrycollection,
      place point not null,
      note text,
      primary key (id),
      unique key by_name (name(10)),
      key by_day (day, name(5)),
      fulltext key words (note),
      spatial key places (place)
    ) engine=InnoDB comment='it''s a "table" \\\\ é 漢 */'`,
  ],
  [
    800,
    800,
    `create table expressions (
      id int primary key,
      token char(36) default (uuid()),
      sum int default (1+2),
      product int default (1+2*3),
      constant text default ('none'),
      tomorrow datetime default (now() + interval 1 day),
      today date default (current_date),
      joined varchar(20) default (concat('a', 'b''c')),
      number int default (5),
      settings json default ('{}')
    )`,
  ],
  [
    800,
    800,
    `create table hidden (
      id int primary key,
      secret int not null default 0 invisible,
      more int generated always as (secret + 1) virtual invisible
    )`,
  ],
  [0, 0, 'create table downwards (id int primary key, a int, b varchar(40), key d (a desc, b(10) desc, id))'],
  [0, NEVER, 'create table unused_index (id int primary key, a int, key unused (a) ignored)'],
  [NEVER, 800, 'create table unused_index (id int primary key, a int, key unused (a) invisible)'],
  [
    NEVER,
    800,
    `create table expression_index (
      id int primary key,
      name varchar(20),
      settings json,
      key by_lower ((lower(name)) desc, id),
      unique key by_code ((cast(settings->>'$.code' as char(20))))
    )`,
  ],
  [0, 0, 'create table parent (id int primary key, code int, unique key by_code (code))'],
  [
    0,
    0,
    `create table child (
      id int primary key,
      a int, b int, c int,
      constraint to_a foreign key (a) references parent (id) on delete cascade on update set null,
      constraint to_b foreign key (b) references parent (code) on delete restrict on update no action,
      constraint to_c foreign key (c) references parent (code)
    )`,
  ],
  [0, 0, 'create trigger child_check before insert on child for each row set new.b = new.a'],
  [0, 0, "create table `naïve 漢.tab``le` (id int primary key, `cöl` int comment 'ü') character set latin1"],
  [0, 0, 'create table default_collations (id int primary key, a varchar(9) character set utf8) character set utf8mb4'],
  [0, 0, 'create table no_json (id int primary key, a varchar(50) check (json_valid(a)))'],
  [
    0,
    0,
    `create view every_order as
      select o.*, 'x' as text_constant, 1 as one, now() as moment, '' as nothing, null as no_value from \`order\` as o`,
  ],
  [0, 0, 'create table gone (id int)'],
  [0, 0, 'create view broken as select id from gone'],
  [0, 0, 'drop table gone'],
  [1107, 900, 'create table vectors (id int primary key, v vector(3) not null)'],
  [1000, NEVER, 'create table addresses (id int primary key, u uuid, v4 inet4, v6 inet6)'],
  [1000, NEVER, 'create table compressed (id int primary key, note text compressed)'],
  [1000, NEVER, 'create sequence numbers'],
  [1000, NEVER, 'create table numbered (id int primary key default nextval(numbers))'],
  [
    1000,
    NEVER,
    `create table history (
      id int primary key,
      since timestamp(6) generated always as row start,
      until timestamp(6) generated always as row end,
      period for system_time (since, until)
    ) with system versioning`,
  ],
]

/**
 * @param version - as `version()` gives it
 * @returns statements for an empty database, in order
 */
export function awkwardSchema(version: string): string[] {
  const [major = 0, minor = 0] = version.split('.', 2).map(Number)
  const index = /mariadb/i.test(version) ? 0 : 1
  return STATEMENTS.filter((row) => row[index] <= major * 100 + minor).map(([, , sql]) => sql)
}
