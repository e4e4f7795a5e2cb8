// @generated from cc_call by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, SqlDate } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_call`. Primary key: `id`. */
export interface CallTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  starttime: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  stoptime: Generated<SqlDateTime>

  /** date */
  cover_from: SqlDate | null

  /** datetime(3) */
  seen: SqlDateTime
}

export type Call = Selectable<CallTable>

export type NewCall = Insertable<CallTable>

export type CallPatch = Updateable<CallTable>
