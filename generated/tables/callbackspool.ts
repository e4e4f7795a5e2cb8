// @generated from cc_callback_spool by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_callback_spool`. Primary key: `id`. */
export interface CallbackSpoolTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(40) */
  uniqueid: string | null

  /** timestamp, default CURRENT_TIMESTAMP */
  entry_time: Generated<SqlDateTime>

  /** varchar(80) */
  status: string | null

  /** varchar(40) */
  server_ip: string | null

  /** int, default 0 */
  num_attempt: Generated<number>

  /** timestamp, default 0000-00-00 00:00:00 */
  last_attempt_time: Generated<SqlDateTime>

  /** varchar(60) */
  manager_result: string | null

  /** varchar(60) */
  agi_result: string | null

  /** timestamp, default 0000-00-00 00:00:00 */
  callback_time: Generated<SqlDateTime>

  /** varchar(60) */
  channel: string | null

  /** varchar(60) */
  exten: string | null

  /** varchar(60) */
  context: string | null

  /** varchar(60) */
  priority: string | null

  /** varchar(60) */
  application: string | null

  /** varchar(60) */
  data: string | null

  /** varchar(60) */
  timeout: string | null

  /** varchar(60) */
  callerid: string | null

  /** varchar(2000). Secret: dial variables */
  variable: string | null

  /** varchar(60) */
  account: string | null

  /** varchar(60) */
  async: string | null

  /** varchar(60) */
  actionid: string | null

  /** int */
  id_server: number | null

  /** int */
  id_server_group: number | null
}

export type CallbackSpool = Selectable<CallbackSpoolTable>

export type NewCallbackSpool = Insertable<CallbackSpoolTable>

export type CallbackSpoolPatch = Updateable<CallbackSpoolTable>
