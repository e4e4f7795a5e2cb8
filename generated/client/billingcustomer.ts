// @generated from cc_billing_customer by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_billing_customer`, at `/api/billingcustomer/`. */
export interface BillingCustomer {
  /** bigint */
  id: number
  /** bigint */
  id_card: number
  /** timestamp */
  date: string | null
  /** bigint */
  id_invoice: number
  /** timestamp */
  start_date: string | null
}

/** What a new row takes. */
export interface NewBillingCustomer {
  /** bigint */
  id?: number | string
  /** bigint */
  id_card?: number | string
  /** timestamp */
  date?: string
  /** bigint */
  id_invoice?: number | string
  /** timestamp */
  start_date?: string | null
}

/** What of a row can be changed. */
export type BillingCustomerPatch = Changes<NewBillingCustomer, 'id', never>
