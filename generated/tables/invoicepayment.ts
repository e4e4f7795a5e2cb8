// @generated from cc_invoice_payment by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_invoice_payment`. Primary key: `id_invoice`, `id_payment`. */
export interface InvoicePaymentTable {
  /** bigint */
  id_invoice: Bigint

  /** bigint */
  id_payment: Bigint
}

export type InvoicePayment = Selectable<InvoicePaymentTable>

export type NewInvoicePayment = Insertable<InvoicePaymentTable>

export type InvoicePaymentPatch = Updateable<InvoicePaymentTable>
