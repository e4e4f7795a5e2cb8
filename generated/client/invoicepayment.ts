// @generated from cc_invoice_payment by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_invoice_payment`, at `/api/invoicepayment/`. */
export interface InvoicePayment {
  /** bigint */
  id_invoice: number
  /** bigint */
  id_payment: number
}

/** What a new row takes. */
export interface NewInvoicePayment {
  /** bigint */
  id_invoice: number | string
  /** bigint */
  id_payment: number | string
}

/** What of a row can be changed. */
export type InvoicePaymentPatch = Changes<NewInvoicePayment, 'id_invoice' | 'id_payment', never>
