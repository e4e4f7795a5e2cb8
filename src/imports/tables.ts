/** Of imports, so that one which was broken off goes on where it stood: how far each has come, and what failed in it. */
import type { OwnTables } from '../own-tables/migrate.ts'

export const importTables: OwnTables = {
  owner: 'imports',
  migrations: [
    {
      id: '001-import',
      up: [
        `create table if not exists a2b_import (
  id bigint unsigned not null auto_increment primary key,
  user_id bigint not null,
  resource varchar(64) not null,
  idempotency_key varchar(255) not null,
  fingerprint char(64) not null,
  total int unsigned not null,
  done int unsigned not null default 0,
  created int unsigned not null default 0,
  updated int unsigned not null default 0,
  failed int unsigned not null default 0,
  touched_at datetime not null default current_timestamp on update current_timestamp,
  unique key a2b_import_key (user_id, resource, idempotency_key),
  key a2b_import_age (touched_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`,
        `create table if not exists a2b_import_problem (
  import_id bigint unsigned not null,
  line int unsigned not null,
  problem mediumtext not null,
  primary key (import_id, line)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`,
      ],
      down: ['drop table if exists a2b_import_problem', 'drop table if exists a2b_import'],
    },
  ],
}

/**
 * Lines that are about to be stored in a table that cannot roll back, with the key that the row will have. This one cannot
 * either, on purpose: what is noted stays noted. Only for databases that have such tables.
 */
export const begunLineTables: OwnTables = {
  owner: 'begun-lines',
  migrations: [
    {
      id: '001-begun-line',
      up: [
        `create table if not exists a2b_import_begun (
  import_id bigint unsigned not null,
  line int unsigned not null,
  row_key text null,
  primary key (import_id, line)
) engine = MyISAM default charset = utf8mb4 collate = utf8mb4_bin`,
      ],
      down: ['drop table if exists a2b_import_begun'],
    },
  ],
}
