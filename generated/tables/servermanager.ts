// @generated from cc_server_manager by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_server_manager`. Primary key: `id`. */
export interface ServerManagerTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** int, default 1 */
  id_group: Generated<number | null>

  /** varchar(40) */
  server_ip: string | null

  /** varchar(50) */
  manager_host: string | null

  /** varchar(50) */
  manager_username: string | null

  /** varchar(50). Secret: Asterisk manager password */
  manager_secret: string | null

  /** timestamp, default CURRENT_TIMESTAMP */
  lasttime_used: Generated<SqlDateTime>
}

export type ServerManager = Selectable<ServerManagerTable>

export type NewServerManager = Insertable<ServerManagerTable>

export type ServerManagerPatch = Updateable<ServerManagerTable>
