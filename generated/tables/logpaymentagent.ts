// @generated from cc_logpayment_agent by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_logpayment_agent`. Primary key: `id`. */
export interface LogpaymentAgentTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** decimal(15,5) */
  payment: Decimal

  /** bigint */
  agent_id: Bigint

  /** bigint */
  id_logrefill: Bigint | null

  /** mediumtext */
  description: string | null

  /** tinyint, default 0 */
  added_refill: Generated<number>

  /** tinyint, default 0 */
  payment_type: Generated<number>
}

export type LogpaymentAgent = Selectable<LogpaymentAgentTable>

export type NewLogpaymentAgent = Insertable<LogpaymentAgentTable>

export type LogpaymentAgentPatch = Updateable<LogpaymentAgentTable>
