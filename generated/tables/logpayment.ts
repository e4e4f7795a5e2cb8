// @generated from cc_logpayment by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime, Decimal, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_logpayment`. Primary key: `id`. */
export interface LogpaymentTable {
  /** int, auto increment */
  id: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** decimal(15,5) */
  payment: Decimal

  /** bigint */
  card_id: Bigint

  /** bigint */
  id_logrefill: Bigint | null

  /** mediumtext */
  description: string | null

  /** smallint, default 0 */
  added_refill: Generated<number>

  /** tinyint, default 0 */
  payment_type: Generated<number>

  /** tinyint, default 0 */
  added_commission: Generated<number>

  /** bigint */
  agent_id: Bigint | null
}

export type Logpayment = Selectable<LogpaymentTable>

export type NewLogpayment = Insertable<LogpaymentTable>

export type LogpaymentPatch = Updateable<LogpaymentTable>
