// @generated from cc_system_log by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_system_log`. Primary key: `id`. */
export interface SystemLogTable {
  /** int, auto increment */
  id: Generated<number>

  /** int, default 0 */
  iduser: Generated<number>

  /** int, default 0 */
  loglevel: Generated<number>

  /** text */
  action: string

  /** mediumtext */
  description: string | null

  /** blob. Secret: copy of submitted form values */
  data: Buffer | null

  /** varchar(255) */
  tablename: string | null

  /** varchar(255) */
  pagename: string | null

  /** varchar(255) */
  ipaddress: string | null

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** tinyint, default 0 */
  agent: Generated<number | null>
}

export type SystemLog = Selectable<SystemLogTable>

export type NewSystemLog = Insertable<SystemLogTable>

export type SystemLogPatch = Updateable<SystemLogTable>
