// @generated from cc_billing_customer by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_billing_customer`. */
export const billingCustomer: Resource = {
  name: 'billingcustomer',
  table: 'cc_billing_customer',
  primaryKey: ['id'],
  label: 'Billing runs',
  section: 'money',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'date', type: timestamp() },
    { name: 'id_invoice', type: bigint, blank: '0' },
    { name: 'start_date', label: 'From', type: timestamp(), nullable: true },
  ],
  relations: {
    id_card: { resource: 'card', column: 'id' },
    id_invoice: { resource: 'invoice', column: 'id', none: ['0'] },
  },
}
