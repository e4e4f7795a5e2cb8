// @generated from cc_paypal by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_paypal`. Primary key: `id`. */
export interface PaypalTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(50) */
  payer_id: string | null

  /** varchar(30) */
  payment_date: string | null

  /** varchar(30) */
  txn_id: string | null

  /** varchar(40) */
  first_name: string | null

  /** varchar(40) */
  last_name: string | null

  /** varchar(55) */
  payer_email: string | null

  /** varchar(30) */
  payer_status: string | null

  /** varchar(30) */
  payment_type: string | null

  /** tinytext */
  memo: string | null

  /** varchar(70) */
  item_name: string | null

  /** varchar(70) */
  item_number: string | null

  /** int, default 0 */
  quantity: Generated<number>

  /** decimal(9,2) */
  mc_gross: Decimal | null

  /** decimal(9,2) */
  mc_fee: Decimal | null

  /** decimal(9,2) */
  tax: Decimal | null

  /** char(3) */
  mc_currency: string | null

  /** varchar(50), default '' */
  address_name: Generated<string>

  /** varchar(80), default '' */
  address_street: Generated<string>

  /** varchar(40), default '' */
  address_city: Generated<string>

  /** varchar(40), default '' */
  address_state: Generated<string>

  /** varchar(20), default '' */
  address_zip: Generated<string>

  /** varchar(30), default '' */
  address_country: Generated<string>

  /** varchar(30), default '' */
  address_status: Generated<string>

  /** varchar(40), default '' */
  payer_business_name: Generated<string>

  /** varchar(30), default '' */
  payment_status: Generated<string>

  /** varchar(50), default '' */
  pending_reason: Generated<string>

  /** varchar(30), default '' */
  reason_code: Generated<string>

  /** varchar(30), default '' */
  txn_type: Generated<string>
}

export type Paypal = Selectable<PaypalTable>

export type NewPaypal = Insertable<PaypalTable>

export type PaypalPatch = Updateable<PaypalTable>
