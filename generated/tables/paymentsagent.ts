// @generated from cc_payments_agent by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, Decimal, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_payments_agent`. Primary key: `id`. */
export interface PaymentsAgentTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  agent_id: Bigint

  /** varchar(200) */
  agent_name: string

  /** varchar(96) */
  agent_email_address: string

  /** varchar(127) */
  item_name: string | null

  /** varchar(127) */
  item_id: string | null

  /** int, default 0 */
  item_quantity: Generated<number>

  /** varchar(32) */
  payment_method: string

  /** varchar(20) */
  cc_type: string | null

  /** varchar(64) */
  cc_owner: string | null

  /** varchar(32). Secret: card number, masked by the writing code */
  cc_number: string | null

  /** varchar(4). Secret: card expiry */
  cc_expires: string | null

  /** int */
  orders_status: number

  /** decimal(14,6) */
  orders_amount: Decimal | null

  /** datetime */
  last_modified: SqlDateTime | null

  /** datetime */
  date_purchased: SqlDateTime | null

  /** datetime */
  orders_date_finished: SqlDateTime | null

  /** char(3) */
  currency: string | null

  /** decimal(14,6) */
  currency_value: Decimal | null
}

export type PaymentsAgent = Selectable<PaymentsAgentTable>

export type NewPaymentsAgent = Insertable<PaymentsAgentTable>

export type PaymentsAgentPatch = Updateable<PaymentsAgentTable>
