/**
 * The table `a2b_audit`: who did what, from where, and why.
 *
 * A row is written on the session of what it tells of, so where there is a transaction both are kept or neither.
 * Nothing changes or removes such a row, and secret values never stand in it.
 */
import type { Db } from '../db/db.ts'
import { insertInto } from '../db/statements.ts'
import type { OwnTables } from '../own-tables/migrate.ts'
import type { Audit } from '../resources/api.ts'

export const auditTables: OwnTables = {
  owner: 'audit',
  migrations: [
    {
      id: '001-audit',
      up: [
        `create table if not exists a2b_audit (
  id bigint unsigned not null auto_increment primary key,
  at datetime(6) not null default current_timestamp(6),
  user_id bigint not null,
  user_name varchar(255) not null,
  key_id bigint null,
  address varchar(64) not null,
  request_id varchar(64) not null,
  reason varchar(255) null,
  operation varchar(64) not null,
  resource varchar(64) not null,
  row_key text not null,
  changes longtext not null,
  key a2b_audit_row (resource, row_key(100)),
  key a2b_audit_user (user_id, id),
  key a2b_audit_at (at),
  key a2b_audit_request (request_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin`,
      ],
      down: ['drop table if exists a2b_audit'],
    },
  ],
}

export function auditOn({ kysely }: Db): Audit {
  return {
    async record(session, { caller, address, requestId, reason = null }, { operation, resource, key, changes }) {
      const row = {
        user_id: caller.id,
        user_name: caller.name,
        key_id: caller.keyId ?? null,
        address,
        request_id: requestId,
        reason,
        operation,
        resource,
        row_key: key,
        changes: JSON.stringify(changes),
      }
      await session.write(insertInto(kysely, 'a2b_audit', row))
    },
  }
}
