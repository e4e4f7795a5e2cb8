-- A schema that is hard on a generator and on a server: each table shows what its comment or the line above it says.
-- MariaDB only. Loaded with sql_mode = '', as A2Billing's own servers mostly run.

-- Types ---------------------------------------------------------------------------------------------------------------

create table numbers (
  id int unsigned not null auto_increment primary key,
  ti tinyint, tu tinyint unsigned, tz tinyint(3) zerofill, flag tinyint(1), yes boolean,
  si smallint, su smallint unsigned, mi mediumint, mu mediumint unsigned,
  ii int, iu int unsigned, iz int(8) unsigned zerofill, bi bigint, bu bigint unsigned, bz bigint(20) zerofill,
  de decimal(15,5), du decimal(65,30) unsigned, dz decimal(6,2) zerofill, d0 decimal(20,0), dall decimal(5,5),
  fl float, fs float(7,2), fu float unsigned, db double, dbs double(10,3) unsigned, rl real
);

create table bits (
  id int not null auto_increment primary key,
  b1 bit, b7 bit(7), b8 bit(8), b9 bit(9), b53 bit(53), b54 bit(54), b63 bit(63), b64 bit(64),
  set_bit bit(4) not null default b'1010'
);

create table choices (
  id int not null auto_increment primary key,
  quotes enum('it''s', '"double"', '`back`', ''''),
  commas enum('a,b', ',', 'a'),
  slashes enum('\\', '\\\\', 'a\\''b', '%', '_'),
  breaks enum('line\nbreak', '\r\n', 'tab\there'),
  empty enum('', 'full') not null default '',
  letters enum('é', 'é', '日本', '😀', 'ÿ') collate utf8mb4_bin,
  code enum('*/', '${x}', '</script>', '__proto__') not null,
  many set('x', 'y', 'z', 'it''s', '\\', '"'),
  few set('one') not null
);

create table texts (
  id int not null auto_increment primary key,
  ch char(10), c0 char(0), c255 char(255) character set latin1, vc varchar(20), v0 varchar(0),
  wide varchar(16000) character set utf8mb4, ascii_only varchar(20) character set ascii,
  latin varchar(20) character set latin1, mb3 varchar(20) character set utf8mb3, cyrillic varchar(20) character set cp1251,
  wide16 varchar(20) character set utf16, wide32 varchar(20) character set utf32, two varchar(20) character set ucs2,
  tt tinytext, tx text, mt mediumtext, lt longtext, packed varchar(100) compressed
);

-- Their backslash is another character, or none.
create table text_signs (
  id int not null auto_increment primary key, kanji varchar(20) character set sjis, swedish varchar(20) character set swe7
);

create table bytes (
  id int not null auto_increment primary key,
  b1 binary, b16 binary(16), vb varbinary(20), v0 varbinary(0), tb tinyblob, bl blob, mb mediumblob, lb longblob,
  packed blob compressed
);

create table moments (
  id int not null auto_increment primary key,
  da date, dt datetime, d3 datetime(3), d6 datetime(6), ts timestamp null, t6 timestamp(6) null,
  tm time, tm1 time(1), tm6 time(6), yr year, y4 year(4),
  zero_day date not null default '0000-00-00', zero timestamp not null default '0000-00-00 00:00:00'
);

create table others (
  id int not null auto_increment primary key,
  js json, uu uuid, i4 inet4, i6 inet6, checked json check (json_length(checked) > 0)
);

create table shapes (
  id int not null auto_increment primary key,
  geo geometry, pt point, line linestring, area polygon,
  pts multipoint, `lines` multilinestring, areas multipolygon, bag geometrycollection
);

-- A column that must be given and cannot be: the table can be read only.
create table places (id int not null auto_increment primary key, name varchar(20) not null, spot point not null, spatial key (spot));

-- What create supplies for what is left out: NOT NULL without a default, of every type that has a blank.
create table blanks (
  id int not null auto_increment primary key,
  ii int not null, de decimal(15,5) not null, fl float not null, bi bigint unsigned not null, bt bit(9) not null,
  ch char(3) not null, tx text not null, vb varbinary(5) not null, bl blob not null,
  da date not null, dt datetime(3) not null, ts timestamp not null default '0000-00-00 00:00:00', tm time not null, yr year not null,
  en enum('first', 'second') not null, se set('a', 'b') not null
);

-- Computed, hidden and default values ---------------------------------------------------------------------------------

create table computed (
  id int not null auto_increment primary key,
  price decimal(15,5) not null,
  gross decimal(20,5) as (price * 1.2) virtual,
  kept decimal(20,5) generated always as (price * 2) stored,
  label varchar(60) as (concat('it''s ', price, ' \\ `x` */ ')) virtual,
  key (gross)
);

create table hidden (
  id int not null auto_increment primary key,
  shown varchar(20) not null,
  secret_note varchar(20) invisible,
  counted int not null default 7 invisible,
  doubled int as (counted * 2) virtual invisible
);

create table hidden_key (id bigint not null auto_increment primary key invisible, name varchar(20) not null);

create table defaults (
  id int not null auto_increment primary key,
  quoted varchar(40) not null default 'it''s "\\" `x`\n, NULL',
  empty_text varchar(10) default '',
  null_word varchar(10) default 'NULL',
  function_word varchar(20) default 'uuid()',
  number_text varchar(10) default '007',
  made varchar(36) not null default (uuid()),
  summed int not null default (1 + 2),
  copied int default (summed * 2),
  today date not null default (curdate()),
  now_ datetime not null default current_timestamp,
  now3 datetime(3) not null default current_timestamp(3),
  document json not null default (json_object('a', 1)),
  spot point not null default (point(1, 2)),
  negative int not null default -5, scientific double not null default 1e10, exact_ decimal(15,5) not null default 1.50000,
  hex_bytes varbinary(4) not null default x'00FF', chosen enum('a', 'b') not null default 'b', several set('a', 'b') not null default 'a,b'
);

create table touched (
  id int not null auto_increment primary key,
  note varchar(20) not null,
  seen timestamp not null default current_timestamp on update current_timestamp,
  seen3 datetime(3) null on update current_timestamp(3)
);

create sequence numbering start with 1000 increment by 5;
create sequence `odd sequence`;
create table numbered (id bigint not null default nextval(numbering) primary key, name varchar(20) not null);
create table numbered_beside (id int not null auto_increment primary key, ticket bigint not null default nextval(`odd sequence`));

create table versioned (id int not null auto_increment primary key, name varchar(20) not null) with system versioning;
create table versioned_openly (
  id int not null auto_increment primary key,
  name varchar(20) not null,
  unversioned int without system versioning,
  valid_from timestamp(6) generated always as row start,
  valid_to timestamp(6) generated always as row end,
  period for system_time (valid_from, valid_to)
) with system versioning;
create table period_hidden (
  id int not null auto_increment primary key,
  name varchar(20) not null,
  valid_from timestamp(6) generated always as row start invisible,
  valid_to timestamp(6) generated always as row end invisible,
  period for system_time (valid_from, valid_to)
) with system versioning;
create table booking (
  room int not null, first_day date not null, last_day date not null, note varchar(20),
  period for stay (first_day, last_day), primary key (room, stay without overlaps)
);

-- Keys ----------------------------------------------------------------------------------------------------------------

create table key_text (code varchar(60) not null primary key, note varchar(20)) collate utf8mb4_bin;
create table key_any_case (code varchar(60) not null primary key, note varchar(20)) collate utf8mb4_general_ci;
create table key_padded (code char(10) not null primary key, note varchar(20)) collate utf8mb4_unicode_ci;
create table key_latin (code varchar(20) not null primary key, note varchar(20)) character set latin1;
create table key_cyrillic (code varchar(20) not null primary key, note varchar(20)) character set cp1251;
create table key_long_text (code text not null, note varchar(20), primary key (code(50)));
create table key_pair (a varchar(30) not null, b varchar(30) not null, note varchar(20), primary key (a, b)) collate utf8mb4_general_ci;
create table key_mixed (
  n int not null, d date not null, c char(3) not null, s set('a','b','c') not null, note varchar(20), primary key (s, c, d, n)
);
create table key_bytes (code binary(4) not null primary key, note varchar(20));
create table key_some_bytes (code varbinary(10) not null primary key, note varchar(20));
create table key_uuid (id uuid not null primary key, note varchar(20));
create table key_made_uuid (id uuid not null default uuid() primary key, note varchar(20));
create table key_made_text (id varchar(36) not null default (uuid()) primary key, note varchar(20));
create table key_made_bytes (id binary(16) not null default (unhex(replace(uuid(), '-', ''))) primary key, note varchar(20));
create table key_made_moment (at datetime(6) not null default current_timestamp(6) primary key, note varchar(20));
create table key_from_column (id int not null default (n + 1) primary key, n int not null, note varchar(20));
create table key_preset (id int not null default 5 primary key, note varchar(20));
create table key_preset_pair (kind varchar(10) not null default 'it''s', id int not null default 0, note varchar(20), primary key (kind, id));
create table key_preset_bits (id bit(4) not null default b'101' primary key, note varchar(20));
create table key_decimal (price decimal(15,5) not null primary key, note varchar(20));
create table key_date (day date not null primary key, note varchar(20));
create table key_moment (at datetime(3) not null primary key, note varchar(20));
create table key_time (at time not null primary key, note varchar(20));
create table key_year (yr year not null primary key, note varchar(20));
create table key_bit (bits bit(64) not null primary key, note varchar(20));
create table key_enum (kind enum('', 'a,b', 'c/d', 'é', '.') not null primary key, note varchar(20));
create table key_set (kinds set('a', 'b', 'c d') not null primary key, note varchar(20));
create table key_inet (address inet6 not null primary key, note varchar(20));
create table key_float (size float not null primary key, note varchar(20));
create table key_double (size double not null primary key, note varchar(20));
create table key_double_counted (size double not null auto_increment primary key, note varchar(20));
create table key_unsigned (id bigint unsigned not null primary key, note varchar(20));
create table key_not_counter (k int not null primary key, n bigint not null auto_increment, note varchar(20), unique key (n));
create table key_second_counter (kind varchar(10) not null, n int not null auto_increment, note varchar(20), primary key (kind, n)) engine = MyISAM;
create table key_only (a int not null, b int not null, primary key (b, a));
create table no_key (a int, b varchar(20), j json);
create table unique_only (code varchar(20) not null, note varchar(20), unique key (code));
create table unique_or_null (code varchar(20), note varchar(20), unique key (code));

-- Names ---------------------------------------------------------------------------------------------------------------

create table `with space` (id int not null auto_increment primary key, ` leading` int, `in side` varchar(20));
create table `dot.ted` (id int not null auto_increment primary key, `a.b` varchar(20), `.` int);
create table `a/b\c` (id int not null auto_increment primary key, `a/b` varchar(20), `a\b` int, `a~1b` int);
create table `say ``it's "so"` (id int not null auto_increment primary key, `it's` varchar(20), `"` int, ```` int, `"id"` int);
create table `1st` (id int not null auto_increment primary key, `2nd` varchar(20), `3` int);
create table `日本` (id int not null auto_increment primary key, `名前` varchar(20), `é` int, `ü` int, `Ω` int);
create table `nul` (id int not null auto_increment primary key, name varchar(20));
create table signs (
  id int not null auto_increment primary key,
  `-id` int, `a,b` int, a int, b int, `a b` int, `a&b` int, `a=b` int, `a#b` int, `a%20b` int, `a+b` int, `a?b` int, `[a]` int,
  `{a}` int, `$` int, `${a}` int, `*/` int, `//` int, `<b>` int, `a;b` int, `:a` int, `@a` int, `?` int, `??` int, `line
break` int
);
create table reserved_words (
  id int not null auto_increment primary key,
  `class` varchar(20), `default` int, `constructor` int, `__proto__` int, `toString` int, `valueOf` int, `prototype` int,
  `select` int, `from` int, `where` int, `key` int, `order` int, `group` int, `null` int, `true` int, `function` int, `new` int,
  `this` int, `await` int, `row` int, `c` int, `own` int, `moment` int, `zerofilled` int, `t0` int, `slot` int
);
create table query_words (
  id int not null auto_increment primary key,
  page varchar(20), `limit` int, ordering int, filters int, cursor_ int, `cursor` int, `count` int, `fields` int, `recursive` int,
  decimals int, search int, format int
);
create table operator_words (
  id int not null auto_increment primary key,
  eq varchar(20), `in` int, id__lt int, `like` int, is_null int, eq__eq int, `__` int, a__ int, __b int,
  parent int, foreign key (parent) references operator_words (id)
);
create table `class` (id int not null auto_increment primary key, name varchar(20));
create table `default` (id int not null auto_increment primary key, name varchar(20));
create table `constructor` (id int not null auto_increment primary key, name varchar(20));
create table `__proto__` (id int not null auto_increment primary key, name varchar(20));
create table `toString` (id int not null auto_increment primary key, name varchar(20));
create table `select` (id int not null auto_increment primary key, name varchar(20));
create table `page` (id int not null auto_increment primary key, name varchar(20));
create table `server` (id int not null auto_increment primary key, name varchar(20));
create table `resources` (id int not null auto_increment primary key, name varchar(20));
create table `index` (id int not null auto_increment primary key, name varchar(20));
create table `database` (id int not null auto_increment primary key, name varchar(20));
create table `health` (id int not null auto_increment primary key, name varchar(20));
create table `Promise` (id int not null auto_increment primary key, name varchar(20));
create table `map` (id int not null auto_increment primary key, name varchar(20));
create table `type` (id int not null auto_increment primary key, name varchar(20));
create table aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (
  id int not null auto_increment primary key,
  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb varchar(20),
  parent int,
  constraint cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
    foreign key (parent) references aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (id)
);
create table comments (
  id int not null auto_increment primary key comment 'ends */ here',
  a varchar(20) comment 'a ${template} and a `backtick`',
  b int comment 'two
lines
 * @deprecated',
  c int comment '// <script>alert(1)</script> \\u0041 \\'
) comment = 'a */ table\n${with} `everything` // \\';

-- Names that collide: in case only, as a resource, as a type, as a variable, as a file.
create table twins (id int not null auto_increment primary key, name varchar(20));
create table Twins (id int not null auto_increment primary key, name varchar(20));
create table twi_ns (id int not null auto_increment primary key, name varchar(20));
create table cc_order_line (id int not null auto_increment primary key, name varchar(20));
create table `order line` (id int not null auto_increment primary key, name varchar(20));
create table list (id int not null auto_increment primary key, name varchar(20));
create table list_table (id int not null auto_increment primary key, name varchar(20));

-- The server's own: kept, and not served.
create table user (
  id int not null auto_increment primary key, username varchar(255) not null unique, password varchar(255) not null,
  email varchar(255) not null, active tinyint(1) not null, admin tinyint(1) not null
);
create table a2b_mine (id int not null auto_increment primary key, name varchar(20));

-- References ----------------------------------------------------------------------------------------------------------

create table person (
  id int not null auto_increment primary key, code varchar(10) not null, name varchar(20) not null, boss int,
  unique key (code), foreign key (boss) references person (id)
);
create table letter (
  id int not null auto_increment primary key, sender int not null, receiver int, `read by` int, copy_to varchar(10), name varchar(20),
  foreign key (sender) references person (id), foreign key (receiver) references person (id),
  foreign key (`read by`) references person (id) on delete set null, foreign key (copy_to) references person (code)
);
create table egg (id int not null auto_increment primary key, hen int, name varchar(20));
create table hen (id int not null auto_increment primary key, egg int, name varchar(20), foreign key (egg) references egg (id));
alter table egg add foreign key (hen) references hen (id);
create table pair_child (
  id int not null auto_increment primary key, a varchar(30) not null, b varchar(30) not null, name varchar(20),
  constraint pair_fk foreign key (a, b) references key_pair (a, b)
) collate utf8mb4_general_ci;
create table twice_bound (
  id int not null auto_increment primary key, x int, name varchar(20),
  constraint to_egg foreign key (x) references egg (id), constraint to_hen foreign key (x) references hen (id)
);
create table in_group (id int not null auto_increment primary key, `group` varchar(10), name varchar(20), key (`group`));
create table asks_group (
  id int not null auto_increment primary key, member varchar(10), name varchar(20), foreign key (member) references in_group (`group`)
);

-- Views, engines, partitions, width -----------------------------------------------------------------------------------

create view view_plain as select id, code, name from person;
create view view_expressions as
  select id, 1 + 1, count(*), concat(name, ',', code), max(id) as `max(id)`, now() as at, null as nothing, 'x' as text from person group by id;
create view view_twice as select p.id, p.name, l.id as `l.id`, l.name as `NAME 2` from person p left join letter l on l.sender = p.id;
create table soon_gone (id int not null primary key);
create view view_broken as select id from soon_gone;
drop table soon_gone;
create view `view of ``odd``` as select `a.b` as `x.y`, `.` from `dot.ted`;

create table engine_aria (id int not null auto_increment primary key, name varchar(20), big text) engine = Aria;
create table engine_memory (id int not null auto_increment primary key, name varchar(20)) engine = MEMORY;
create table engine_csv (id int not null, name varchar(20) not null) engine = CSV;
create table engine_myisam (id int not null auto_increment primary key, name varchar(20)) engine = MyISAM;
create table engine_archive_like (id int not null auto_increment primary key, name varchar(20)) engine = InnoDB row_format = compressed;
create table parted (id int not null auto_increment, day date not null, name varchar(20), primary key (id, day))
  partition by range (year(day)) (partition old values less than (2000), partition new values less than maxvalue);
create table wide (
  id int not null auto_increment primary key,
  c000 int, c001 varchar(20), c002 decimal(15,5), c003 datetime, c004 double, c005 tinyint(1) not null default 0,
  c006 int, c007 varchar(20), c008 decimal(15,5), c009 datetime, c010 double, c011 tinyint(1) not null default 0,
  c012 int, c013 varchar(20), c014 decimal(15,5), c015 datetime, c016 double, c017 tinyint(1) not null default 0,
  c018 int, c019 varchar(20), c020 decimal(15,5), c021 datetime, c022 double, c023 tinyint(1) not null default 0,
  c024 int, c025 varchar(20), c026 decimal(15,5), c027 datetime, c028 double, c029 tinyint(1) not null default 0,
  c030 int, c031 varchar(20), c032 decimal(15,5), c033 datetime, c034 double, c035 tinyint(1) not null default 0,
  c036 int, c037 varchar(20), c038 decimal(15,5), c039 datetime, c040 double, c041 tinyint(1) not null default 0,
  c042 int, c043 varchar(20), c044 decimal(15,5), c045 datetime, c046 double, c047 tinyint(1) not null default 0,
  c048 int, c049 varchar(20), c050 decimal(15,5), c051 datetime, c052 double, c053 tinyint(1) not null default 0,
  c054 int, c055 varchar(20), c056 decimal(15,5), c057 datetime, c058 double, c059 tinyint(1) not null default 0,
  c060 int, c061 varchar(20), c062 decimal(15,5), c063 datetime, c064 double, c065 tinyint(1) not null default 0,
  c066 int, c067 varchar(20), c068 decimal(15,5), c069 datetime, c070 double, c071 tinyint(1) not null default 0,
  c072 int, c073 varchar(20), c074 decimal(15,5), c075 datetime, c076 double, c077 tinyint(1) not null default 0,
  c078 int, c079 varchar(20), c080 decimal(15,5), c081 datetime, c082 double, c083 tinyint(1) not null default 0,
  c084 int, c085 varchar(20), c086 decimal(15,5), c087 datetime, c088 double, c089 tinyint(1) not null default 0,
  c090 int, c091 varchar(20), c092 decimal(15,5), c093 datetime, c094 double, c095 tinyint(1) not null default 0,
  c096 int, c097 varchar(20), c098 decimal(15,5), c099 datetime, c100 double, c101 tinyint(1) not null default 0,
  c102 int, c103 varchar(20), c104 decimal(15,5), c105 datetime, c106 double, c107 tinyint(1) not null default 0,
  c108 int, c109 varchar(20), c110 decimal(15,5), c111 datetime, c112 double, c113 tinyint(1) not null default 0,
  c114 int, c115 varchar(20), c116 decimal(15,5), c117 datetime, c118 double, c119 tinyint(1) not null default 0,
  c120 int, c121 varchar(20), c122 decimal(15,5), c123 datetime, c124 double, c125 tinyint(1) not null default 0,
  c126 int, c127 varchar(20), c128 decimal(15,5), c129 datetime, c130 double, c131 tinyint(1) not null default 0,
  c132 int, c133 varchar(20), c134 decimal(15,5), c135 datetime, c136 double, c137 tinyint(1) not null default 0,
  c138 int, c139 varchar(20), c140 decimal(15,5), c141 datetime, c142 double, c143 tinyint(1) not null default 0,
  c144 int, c145 varchar(20), c146 decimal(15,5), c147 datetime, c148 double, c149 tinyint(1) not null default 0,
  c150 int, c151 varchar(20), c152 decimal(15,5), c153 datetime, c154 double, c155 tinyint(1) not null default 0,
  c156 int, c157 varchar(20), c158 decimal(15,5), c159 datetime, c160 double, c161 tinyint(1) not null default 0,
  c162 int, c163 varchar(20), c164 decimal(15,5), c165 datetime, c166 double, c167 tinyint(1) not null default 0,
  c168 int, c169 varchar(20), c170 decimal(15,5), c171 datetime, c172 double, c173 tinyint(1) not null default 0,
  c174 int, c175 varchar(20), c176 decimal(15,5), c177 datetime, c178 double, c179 tinyint(1) not null default 0,
  c180 int, c181 varchar(20), c182 decimal(15,5), c183 datetime, c184 double, c185 tinyint(1) not null default 0,
  c186 int, c187 varchar(20), c188 decimal(15,5), c189 datetime, c190 double, c191 tinyint(1) not null default 0,
  c192 int, c193 varchar(20), c194 decimal(15,5), c195 datetime, c196 double, c197 tinyint(1) not null default 0,
  c198 int, c199 varchar(20), c200 decimal(15,5), c201 datetime, c202 double, c203 tinyint(1) not null default 0,
  c204 int, c205 varchar(20), c206 decimal(15,5), c207 datetime, c208 double, c209 tinyint(1) not null default 0,
  c210 int, c211 varchar(20), c212 decimal(15,5), c213 datetime, c214 double, c215 tinyint(1) not null default 0,
  c216 int, c217 varchar(20), c218 decimal(15,5), c219 datetime, c220 double, c221 tinyint(1) not null default 0,
  c222 int, c223 varchar(20), c224 decimal(15,5), c225 datetime, c226 double, c227 tinyint(1) not null default 0,
  c228 int, c229 varchar(20), c230 decimal(15,5), c231 datetime, c232 double, c233 tinyint(1) not null default 0,
  c234 int, c235 varchar(20), c236 decimal(15,5), c237 datetime, c238 double, c239 tinyint(1) not null default 0,
  c240 int, c241 varchar(20), c242 decimal(15,5), c243 datetime, c244 double, c245 tinyint(1) not null default 0,
  c246 int, c247 varchar(20), c248 decimal(15,5), c249 datetime, c250 double, c251 tinyint(1) not null default 0,
  c252 int, c253 varchar(20), c254 decimal(15,5), c255 datetime, c256 double, c257 tinyint(1) not null default 0,
  c258 int, c259 varchar(20), c260 decimal(15,5), c261 datetime, c262 double, c263 tinyint(1) not null default 0,
  c264 int, c265 varchar(20), c266 decimal(15,5), c267 datetime, c268 double, c269 tinyint(1) not null default 0,
  c270 int, c271 varchar(20), c272 decimal(15,5), c273 datetime, c274 double, c275 tinyint(1) not null default 0,
  c276 int, c277 varchar(20), c278 decimal(15,5), c279 datetime, c280 double, c281 tinyint(1) not null default 0,
  c282 int, c283 varchar(20), c284 decimal(15,5), c285 datetime, c286 double, c287 tinyint(1) not null default 0,
  c288 int, c289 varchar(20), c290 decimal(15,5), c291 datetime, c292 double, c293 tinyint(1) not null default 0,
  c294 int, c295 varchar(20), c296 decimal(15,5), c297 datetime, c298 double, c299 tinyint(1) not null default 0
);
create table wide_without_key (
  c000 int, c001 varchar(20), c002 decimal(15,5), c003 datetime, c004 double, c005 tinyint(1) not null default 0,
  c006 int, c007 varchar(20), c008 decimal(15,5), c009 datetime, c010 double, c011 tinyint(1) not null default 0,
  c012 int, c013 varchar(20), c014 decimal(15,5), c015 datetime, c016 double, c017 tinyint(1) not null default 0,
  c018 int, c019 varchar(20), c020 decimal(15,5), c021 datetime, c022 double, c023 tinyint(1) not null default 0,
  c024 int, c025 varchar(20), c026 decimal(15,5), c027 datetime, c028 double, c029 tinyint(1) not null default 0,
  c030 int, c031 varchar(20), c032 decimal(15,5), c033 datetime, c034 double, c035 tinyint(1) not null default 0,
  c036 int, c037 varchar(20), c038 decimal(15,5), c039 datetime, c040 double, c041 tinyint(1) not null default 0,
  c042 int, c043 varchar(20), c044 decimal(15,5), c045 datetime, c046 double, c047 tinyint(1) not null default 0,
  c048 int, c049 varchar(20), c050 decimal(15,5), c051 datetime, c052 double, c053 tinyint(1) not null default 0,
  c054 int, c055 varchar(20), c056 decimal(15,5), c057 datetime, c058 double, c059 tinyint(1) not null default 0,
  c060 int, c061 varchar(20), c062 decimal(15,5), c063 datetime, c064 double, c065 tinyint(1) not null default 0,
  c066 int, c067 varchar(20), c068 decimal(15,5), c069 datetime, c070 double, c071 tinyint(1) not null default 0,
  c072 int, c073 varchar(20), c074 decimal(15,5), c075 datetime, c076 double, c077 tinyint(1) not null default 0,
  c078 int, c079 varchar(20), c080 decimal(15,5), c081 datetime, c082 double, c083 tinyint(1) not null default 0,
  c084 int, c085 varchar(20), c086 decimal(15,5), c087 datetime, c088 double, c089 tinyint(1) not null default 0,
  c090 int, c091 varchar(20), c092 decimal(15,5), c093 datetime, c094 double, c095 tinyint(1) not null default 0,
  c096 int, c097 varchar(20), c098 decimal(15,5), c099 datetime, c100 double, c101 tinyint(1) not null default 0,
  c102 int, c103 varchar(20), c104 decimal(15,5), c105 datetime, c106 double, c107 tinyint(1) not null default 0,
  c108 int, c109 varchar(20), c110 decimal(15,5), c111 datetime, c112 double, c113 tinyint(1) not null default 0,
  c114 int, c115 varchar(20), c116 decimal(15,5), c117 datetime, c118 double, c119 tinyint(1) not null default 0,
  c120 int, c121 varchar(20), c122 decimal(15,5), c123 datetime, c124 double, c125 tinyint(1) not null default 0,
  c126 int, c127 varchar(20), c128 decimal(15,5), c129 datetime, c130 double, c131 tinyint(1) not null default 0,
  c132 int, c133 varchar(20), c134 decimal(15,5), c135 datetime, c136 double, c137 tinyint(1) not null default 0,
  c138 int, c139 varchar(20), c140 decimal(15,5), c141 datetime, c142 double, c143 tinyint(1) not null default 0,
  c144 int, c145 varchar(20), c146 decimal(15,5), c147 datetime, c148 double, c149 tinyint(1) not null default 0,
  c150 int, c151 varchar(20), c152 decimal(15,5), c153 datetime, c154 double, c155 tinyint(1) not null default 0,
  c156 int, c157 varchar(20), c158 decimal(15,5), c159 datetime, c160 double, c161 tinyint(1) not null default 0,
  c162 int, c163 varchar(20), c164 decimal(15,5), c165 datetime, c166 double, c167 tinyint(1) not null default 0,
  c168 int, c169 varchar(20), c170 decimal(15,5), c171 datetime, c172 double, c173 tinyint(1) not null default 0,
  c174 int, c175 varchar(20), c176 decimal(15,5), c177 datetime, c178 double, c179 tinyint(1) not null default 0,
  c180 int, c181 varchar(20), c182 decimal(15,5), c183 datetime, c184 double, c185 tinyint(1) not null default 0,
  c186 int, c187 varchar(20), c188 decimal(15,5), c189 datetime, c190 double, c191 tinyint(1) not null default 0,
  c192 int, c193 varchar(20), c194 decimal(15,5), c195 datetime, c196 double, c197 tinyint(1) not null default 0,
  c198 int, c199 varchar(20), c200 decimal(15,5), c201 datetime, c202 double, c203 tinyint(1) not null default 0,
  c204 int, c205 varchar(20), c206 decimal(15,5), c207 datetime, c208 double, c209 tinyint(1) not null default 0,
  c210 int, c211 varchar(20), c212 decimal(15,5), c213 datetime, c214 double, c215 tinyint(1) not null default 0,
  c216 int, c217 varchar(20), c218 decimal(15,5), c219 datetime, c220 double, c221 tinyint(1) not null default 0,
  c222 int, c223 varchar(20), c224 decimal(15,5), c225 datetime, c226 double, c227 tinyint(1) not null default 0,
  c228 int, c229 varchar(20), c230 decimal(15,5), c231 datetime, c232 double, c233 tinyint(1) not null default 0,
  c234 int, c235 varchar(20), c236 decimal(15,5), c237 datetime, c238 double, c239 tinyint(1) not null default 0,
  c240 int, c241 varchar(20), c242 decimal(15,5), c243 datetime, c244 double, c245 tinyint(1) not null default 0,
  c246 int, c247 varchar(20), c248 decimal(15,5), c249 datetime, c250 double, c251 tinyint(1) not null default 0,
  c252 int, c253 varchar(20), c254 decimal(15,5), c255 datetime, c256 double, c257 tinyint(1) not null default 0,
  c258 int, c259 varchar(20), c260 decimal(15,5), c261 datetime, c262 double, c263 tinyint(1) not null default 0,
  c264 int, c265 varchar(20), c266 decimal(15,5), c267 datetime, c268 double, c269 tinyint(1) not null default 0,
  c270 int, c271 varchar(20), c272 decimal(15,5), c273 datetime, c274 double, c275 tinyint(1) not null default 0,
  c276 int, c277 varchar(20), c278 decimal(15,5), c279 datetime, c280 double, c281 tinyint(1) not null default 0,
  c282 int, c283 varchar(20), c284 decimal(15,5), c285 datetime, c286 double, c287 tinyint(1) not null default 0,
  c288 int, c289 varchar(20), c290 decimal(15,5), c291 datetime, c292 double, c293 tinyint(1) not null default 0,
  c294 int, c295 varchar(20), c296 decimal(15,5), c297 datetime, c298 double, c299 tinyint(1) not null default 0
);
