// @generated from cc_invoice_item by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, mediumtext, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_invoice_item`. */
export const invoiceItem: Resource = {
  name: 'invoiceitem',
  table: 'cc_invoice_item',
  primaryKey: ['id'],
  label: 'Invoice items',
  section: 'money',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_invoice', type: bigint, blank: '0' },
    { name: 'date', type: timestamp() },
    { name: 'price', type: decimal(15, 5) },
    { name: 'VAT', label: 'VAT, %', type: decimal(4, 2) },
    { name: 'description', type: mediumtext('utf8mb3'), blank: '' },
    { name: 'id_ext', label: 'Reference outside', type: bigint, nullable: true },
    { name: 'type_ext', label: 'Type of the reference outside', type: varchar(10, 'utf8mb3'), nullable: true, codes: { CHARGE: 'a cc_charge row', DID: 'a cc_did row', SUBSCR: 'a cc_card_subscription row', POSTPAID: 'a cc_billing_customer row, balance completion', CALLS: 'a cc_billing_customer row, calls of the period' } },
  ],
  relations: {
    id_invoice: { resource: 'invoice', column: 'id' },
  },
  conditionalRelations: [
    { from: 'id_ext', resource: 'billingcustomer', column: 'id', when: { column: 'type_ext', equals: 'CALLS' } },
    { from: 'id_ext', resource: 'charge', column: 'id', when: { column: 'type_ext', equals: 'CHARGE' } },
    { from: 'id_ext', resource: 'did', column: 'id', when: { column: 'type_ext', equals: 'DID' } },
    { from: 'id_ext', resource: 'billingcustomer', column: 'id', when: { column: 'type_ext', equals: 'POSTPAID' } },
    { from: 'id_ext', resource: 'cardsubscription', column: 'id', when: { column: 'type_ext', equals: 'SUBSCR' } },
  ],
}
