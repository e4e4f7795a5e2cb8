// @generated from cc_invoice_item by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_invoice_item`, at `/api/invoiceitem/`. */
export interface InvoiceItem {
  /** bigint */
  id: number
  /** bigint */
  id_invoice: number
  /** timestamp */
  date: string | null
  /** decimal(15,5) */
  price: string
  /** decimal(4,2) */
  VAT: string
  /** mediumtext */
  description: string
  /** bigint */
  id_ext: number | null
  /** varchar(10). CHARGE a cc_charge row; DID a cc_did row; SUBSCR a cc_card_subscription row; POSTPAID a cc_billing_customer row, balance completion; CALLS a cc_billing_customer row, calls of the period */
  type_ext: string | null
}

/** What a new row takes. */
export interface NewInvoiceItem {
  /** bigint */
  id?: number | string
  /** bigint */
  id_invoice?: number | string
  /** timestamp */
  date?: string
  /** decimal(15,5) */
  price?: string
  /** decimal(4,2) */
  VAT?: string
  /** mediumtext */
  description?: string
  /** bigint */
  id_ext?: number | string | null
  /** varchar(10). CHARGE a cc_charge row; DID a cc_did row; SUBSCR a cc_card_subscription row; POSTPAID a cc_billing_customer row, balance completion; CALLS a cc_billing_customer row, calls of the period */
  type_ext?: string | null
}

/** What of a row can be changed. */
export type InvoiceItemPatch = Changes<NewInvoiceItem, 'id', 'price' | 'VAT'>
