// @generated from cc_receipt_item by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, mediumtext, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_receipt_item`. */
export const receiptItem: Resource = {
  name: 'receiptitem',
  table: 'cc_receipt_item',
  primaryKey: ['id'],
  label: 'Receipt items',
  section: 'money',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_receipt', type: bigint, blank: '0' },
    { name: 'date', type: timestamp() },
    { name: 'price', type: decimal(15, 5) },
    { name: 'description', type: mediumtext('utf8mb3'), blank: '' },
    { name: 'id_ext', label: 'Reference outside', type: bigint, nullable: true },
    { name: 'type_ext', label: 'Type of the reference outside', type: varchar(10, 'utf8mb3'), nullable: true, codes: { CHARGE: 'a cc_charge row', CALLS: 'a cc_billing_customer row' } },
  ],
  relations: {
    id_receipt: { resource: 'receipt', column: 'id' },
  },
  conditionalRelations: [
    { from: 'id_ext', resource: 'billingcustomer', column: 'id', when: { column: 'type_ext', equals: 'CALLS' } },
    { from: 'id_ext', resource: 'charge', column: 'id', when: { column: 'type_ext', equals: 'CHARGE' } },
  ],
}
