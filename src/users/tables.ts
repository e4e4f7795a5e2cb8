/**
 * The tables `a2b_users_grant` and `a2b_users_key`: what users and their keys may do, and the keys themselves; and
 * `a2b_session`, who is signed in with a browser.
 *
 * They stand beside the table `user`, which is the original API's and stays as it made it. A row of any belongs to a
 * user; whoever removes a user removes them in the same transaction, so that no later user with that number has them.
 */
import type { OwnTables } from '../own-tables/migrate.ts'

export const userTables: OwnTables = {
  owner: 'users',
  migrations: [
    {
      id: '001-users',
      up: [
        // A grant without a key is the user's own.
        `create table if not exists a2b_users_grant (
  id bigint unsigned not null auto_increment primary key,
  user_id bigint not null,
  key_id bigint unsigned null,
  grant_text varchar(500) not null,
  key a2b_users_grant_user (user_id, key_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`,
        // TIMESTAMP, so that the end of a key is the same moment in every time zone that a session may have.
        `create table if not exists a2b_users_key (
  id bigint unsigned not null auto_increment primary key,
  user_id bigint not null,
  name varchar(100) not null,
  hash char(64) not null,
  created_at timestamp not null default current_timestamp,
  expires_at timestamp null default null,
  last_used_at timestamp null default null,
  key a2b_users_key_user (user_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`,
      ],
      down: ['drop table if exists a2b_users_key', 'drop table if exists a2b_users_grant'],
    },
    {
      id: '002-session',
      up: [
        // What identifies a session, or the password that it began with, stands here as SHA-256 only.
        `create table if not exists a2b_session (
  id bigint unsigned not null auto_increment primary key,
  user_id bigint not null,
  token_hash char(64) not null,
  password_digest char(64) not null,
  created_at timestamp not null default current_timestamp,
  last_used_at timestamp not null default current_timestamp,
  expires_at timestamp not null default current_timestamp,
  unique key a2b_session_token (token_hash),
  key a2b_session_user (user_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`,
      ],
      down: ['drop table if exists a2b_session'],
    },
  ],
}
