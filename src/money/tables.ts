/**
 * Tables of ours for money, always InnoDB.
 *
 * `a2b_money_movement` is the ledger: a row for each movement, never changed. `a2b_money_key` says what was done under
 * which key. `a2b_money_journal` holds what is under way where A2Billing's own tables cannot roll back.
 *
 * Amounts have 28 digits before the point and 10 after it, more than any balance of A2Billing or a fork of it.
 */
import type { OwnTables } from '../own-tables/migrate.ts'

/** Decimals of amounts in the ledger. */
export const LEDGER_SCALE = 10

const FORM = 'engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin'

export const moneyTables: OwnTables = {
  owner: 'money',
  migrations: [
    {
      id: '001-money',
      up: [
        `create table if not exists a2b_money_movement (
  id bigint unsigned not null auto_increment primary key,
  at datetime(6) not null default current_timestamp(6),
  operation varchar(64) not null,
  card_id bigint unsigned not null,
  delta decimal(38,${LEDGER_SCALE}) not null,
  balance_after decimal(38,${LEDGER_SCALE}) not null,
  logs text not null,
  user_id bigint not null,
  user_name varchar(255) not null,
  key_id bigint null,
  address varchar(64) not null,
  request_id varchar(64) not null,
  reason varchar(255) null,
  idempotency_key varchar(255) null,
  key a2b_money_movement_card (card_id, id),
  key a2b_money_movement_at (at)
) ${FORM}`,
        `create table if not exists a2b_money_key (
  id bigint unsigned not null auto_increment primary key,
  user_id bigint not null,
  operation varchar(64) not null,
  given_by enum('client','server') not null,
  idempotency_key varchar(255) not null,
  card_id bigint unsigned not null,
  fingerprint char(64) not null,
  answer text null,
  created_at datetime(6) not null default current_timestamp(6),
  unique key a2b_money_key_scope (user_id, operation, given_by, idempotency_key),
  key a2b_money_key_age (given_by, created_at)
) ${FORM}`,
        `create table if not exists a2b_money_journal (
  id bigint unsigned not null auto_increment primary key,
  key_id bigint unsigned not null,
  card_id bigint unsigned not null,
  delta decimal(38,${LEDGER_SCALE}) not null,
  state enum('begun','logged','credited','done','undone') not null default 'begun',
  request text not null,
  movement text not null,
  logs text not null,
  balance decimal(38,${LEDGER_SCALE}) null,
  begun_at datetime(6) not null default current_timestamp(6),
  server_uptime_since datetime(6) not null,
  unique key a2b_money_journal_key (key_id),
  key a2b_money_journal_state (state)
) ${FORM}`,
      ],
      down: [
        'drop table if exists a2b_money_journal',
        'drop table if exists a2b_money_key',
        'drop table if exists a2b_money_movement',
      ],
    },
  ],
}
