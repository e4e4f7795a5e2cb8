// @generated from cc_status_log by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_status_log`. Primary key: `id`. */
export interface StatusLogTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** int */
  status: number

  /** bigint */
  id_cc_card: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  updated_date: Generated<SqlDateTime>
}

export type StatusLog = Selectable<StatusLogTable>

export type NewStatusLog = Insertable<StatusLogTable>

export type StatusLogPatch = Updateable<StatusLogTable>
