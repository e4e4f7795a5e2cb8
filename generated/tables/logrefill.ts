// @generated from cc_logrefill by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_logrefill`. Primary key: `id`. */
export interface LogrefillTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** decimal(15,5) */
  credit: Decimal

  /** bigint */
  card_id: Bigint

  /** mediumtext */
  description: string | null

  /** tinyint, default 0 */
  refill_type: Generated<number>

  /** tinyint, default 0 */
  added_invoice: Generated<number>

  /** bigint */
  agent_id: Bigint | null
}

export type Logrefill = Selectable<LogrefillTable>

export type NewLogrefill = Insertable<LogrefillTable>

export type LogrefillPatch = Updateable<LogrefillTable>
