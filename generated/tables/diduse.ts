// @generated from cc_did_use by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_did_use`. Primary key: `id`. */
export interface DidUseTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_cc_card: Bigint | null

  /** bigint */
  id_did: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  reservationdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  releasedate: Generated<SqlDateTime>

  /** int, default 0 */
  activated: Generated<number | null>

  /** int, default 0 */
  month_payed: Generated<number | null>

  /** tinyint, default 0 */
  reminded: Generated<number>
}

export type DidUse = Selectable<DidUseTable>

export type NewDidUse = Insertable<DidUseTable>

export type DidUsePatch = Updateable<DidUseTable>
