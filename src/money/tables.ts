/**
 * Tables of ours for money, always InnoDB.
 *
 * `a2b_money_movement` is the ledger: a row for each movement, never changed. `a2b_money_key` says what was done under
 * which key. `a2b_money_journal` holds what is under way where A2Billing's own tables cannot roll back, and what a crash
 * has left of it.
 *
 * Amounts have 28 digits before the point and 10 after it, more than any balance of A2Billing or a fork of it.
 */
import type { OwnTables } from '../own-tables/migrate.ts'

/** A2Billing's tables that a refill or charge writes to, by its own names: beside the card's, the logs. */
export const LOG_TABLES = ['cc_logrefill', 'cc_logpayment', 'cc_charge'] as const
export const MONEY_TABLES = ['cc_card', ...LOG_TABLES] as const

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
  floor decimal(38,${LEDGER_SCALE}) null,
  balance decimal(38,${LEDGER_SCALE}) null,
  state enum('begun','logged','credited','refused') not null,
  run char(36) not null,
  operation varchar(64) not null,
  origin text not null,
  movement mediumtext not null,
  now varchar(32) not null,
  above text not null,
  logs text not null,
  begun_at datetime(6) not null default current_timestamp(6),
  unique key a2b_money_journal_key (key_id),
  key a2b_money_journal_card (card_id)
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

/**
 * Which run of the database server this is, in a table that a server finds empty when it starts. Apart, because some
 * servers are told to have no tables in memory: those have none that cannot roll back either, and need no journal.
 */
export const moneyRunTables: OwnTables = {
  owner: 'money-run',
  migrations: [
    {
      id: '001-money-run',
      up: [
        `create table if not exists a2b_money_run (
  only_one tinyint not null primary key,
  run char(36) not null
) engine = MEMORY default charset = utf8mb4 collate = utf8mb4_bin`,
      ],
      down: ['drop table if exists a2b_money_run'],
    },
  ],
}
