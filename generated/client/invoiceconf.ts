// @generated from cc_invoice_conf by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_invoice_conf`, at `/api/invoiceconf/`. */
export interface InvoiceConf {
  /** int */
  id: number
  /** varchar(50) */
  key_val: string
  /** varchar(50) */
  value: string
}

/** What a new row takes. */
export interface NewInvoiceConf {
  /** int */
  id?: number | string
  /** varchar(50) */
  key_val: string
  /** varchar(50) */
  value?: string
}

/** What of a row can be changed. */
export type InvoiceConfPatch = Changes<NewInvoiceConf, 'id', never>
