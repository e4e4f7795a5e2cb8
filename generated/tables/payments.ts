// @generated from cc_payments by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, Decimal, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_payments`. Primary key: `id`. */
export interface PaymentsTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint, default 0 */
  customers_id: Generated<Bigint>

  /** varchar(200) */
  customers_name: string

  /** varchar(96) */
  customers_email_address: string

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

export type Payments = Selectable<PaymentsTable>

export type NewPayments = Insertable<PaymentsTable>

export type PaymentsPatch = Updateable<PaymentsTable>
