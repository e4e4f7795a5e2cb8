// @generated from cc_paypal by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_paypal`, at `/api/paypal/`. */
export interface Paypal {
  /** int */
  id: number
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
  /** int */
  quantity: number
  /** decimal(9,2) */
  mc_gross: string | null
  /** decimal(9,2) */
  mc_fee: string | null
  /** decimal(9,2) */
  tax: string | null
  /** char(3) */
  mc_currency: string | null
  /** varchar(50) */
  address_name: string
  /** varchar(80) */
  address_street: string
  /** varchar(40) */
  address_city: string
  /** varchar(40) */
  address_state: string
  /** varchar(20) */
  address_zip: string
  /** varchar(30) */
  address_country: string
  /** varchar(30) */
  address_status: string
  /** varchar(40) */
  payer_business_name: string
  /** varchar(30) */
  payment_status: string
  /** varchar(50) */
  pending_reason: string
  /** varchar(30) */
  reason_code: string
  /** varchar(30) */
  txn_type: string
}

/** What a new row takes. */
export interface NewPaypal {
  /** int */
  id?: number | string
  /** varchar(50) */
  payer_id?: string | null
  /** varchar(30) */
  payment_date?: string | null
  /** varchar(30) */
  txn_id?: string | null
  /** varchar(40) */
  first_name?: string | null
  /** varchar(40) */
  last_name?: string | null
  /** varchar(55) */
  payer_email?: string | null
  /** varchar(30) */
  payer_status?: string | null
  /** varchar(30) */
  payment_type?: string | null
  /** tinytext */
  memo?: string | null
  /** varchar(70) */
  item_name?: string | null
  /** varchar(70) */
  item_number?: string | null
  /** int */
  quantity?: number | string
  /** decimal(9,2) */
  mc_gross?: string | null
  /** decimal(9,2) */
  mc_fee?: string | null
  /** decimal(9,2) */
  tax?: string | null
  /** char(3) */
  mc_currency?: string | null
  /** varchar(50) */
  address_name?: string
  /** varchar(80) */
  address_street?: string
  /** varchar(40) */
  address_city?: string
  /** varchar(40) */
  address_state?: string
  /** varchar(20) */
  address_zip?: string
  /** varchar(30) */
  address_country?: string
  /** varchar(30) */
  address_status?: string
  /** varchar(40) */
  payer_business_name?: string
  /** varchar(30) */
  payment_status?: string
  /** varchar(50) */
  pending_reason?: string
  /** varchar(30) */
  reason_code?: string
  /** varchar(30) */
  txn_type?: string
}

/** What of a row can be changed. */
export type PaypalPatch = Changes<NewPaypal, 'id', 'quantity' | 'mc_gross' | 'mc_fee' | 'tax'>
