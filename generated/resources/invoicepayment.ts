// @generated from cc_invoice_payment by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_invoice_payment`. */
export const invoicePayment: Resource = {
  name: 'invoicepayment',
  table: 'cc_invoice_payment',
  primaryKey: ['id_invoice', 'id_payment'],
  label: 'Payments of invoices',
  section: 'money',
  display: 'id_invoice',
  columns: [
    { name: 'id_invoice', type: bigint, required: true },
    { name: 'id_payment', label: 'Payment', type: bigint, required: true },
  ],
  relations: {
    id_invoice: { resource: 'invoice', column: 'id' },
    id_payment: { resource: 'logpayment', column: 'id' },
  },
}
