// @generated from cc_epayment_log_agent by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_epayment_log_agent`. Primary key: `id`. */
export interface EpaymentLogAgentTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint, default 0 */
  agent_id: Generated<Bigint>

  /** varchar(50), default 0 */
  amount: Generated<string>

  /** float, default 0 */
  vat: Generated<number>

  /** char(50) */
  paymentmethod: string

  /** varchar(64) */
  cc_owner: string | null

  /** varchar(32). Secret: card number, masked by the writing code */
  cc_number: string | null

  /** varchar(7). Secret: card expiry */
  cc_expires: string | null

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** int, default 0 */
  status: Generated<number>

  /** varchar(4). Secret: card verification value */
  cvv: string | null

  /** varchar(20) */
  credit_card_type: string | null

  /** varchar(4) */
  currency: string | null

  /** longtext. Secret: raw gateway answer (personal data) */
  transaction_detail: string | null
}

export type EpaymentLogAgent = Selectable<EpaymentLogAgentTable>

export type NewEpaymentLogAgent = Insertable<EpaymentLogAgentTable>

export type EpaymentLogAgentPatch = Updateable<EpaymentLogAgentTable>
