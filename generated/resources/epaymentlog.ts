// @generated from cc_epayment_log by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, float, int, longtext, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_epayment_log`. */
export const epaymentLog: Resource = {
  name: 'epaymentlog',
  table: 'cc_epayment_log',
  primaryKey: ['id'],
  label: 'Electronic payments, begun',
  section: 'money',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'cardid', label: 'Customer', type: bigint },
    { name: 'amount', type: varchar(50, 'utf8mb3') },
    { name: 'vat', label: 'VAT, %', type: float },
    { name: 'paymentmethod', label: 'Payment method', type: char(50, 'utf8mb3'), blank: '' },
    { name: 'cc_owner', label: 'Credit card owner', type: varchar(64, 'utf8mb3'), nullable: true },
    { name: 'cc_number', label: 'Credit card number', type: varchar(32, 'utf8mb3'), nullable: true, secret: true },
    { name: 'cc_expires', label: 'Card expires', type: varchar(7, 'utf8mb3'), nullable: true, secret: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'status', type: int, codes: { '0': 'new', '1': 'processed', '2': 'in process' } },
    { name: 'cvv', label: 'CVV', type: varchar(4, 'utf8mb3'), nullable: true, secret: true },
    { name: 'credit_card_type', label: 'Credit card type', type: varchar(20, 'utf8mb3'), nullable: true },
    { name: 'currency', type: varchar(4, 'utf8mb3'), nullable: true },
    { name: 'transaction_detail', label: 'Details of the transaction', type: longtext('utf8mb3'), nullable: true, secret: true },
    { name: 'item_type', label: 'Type of item', type: varchar(30, 'utf8mb3'), nullable: true, codes: { invoice: 'payment of an invoice' } },
    { name: 'item_id', label: 'Item number', type: bigint, nullable: true },
  ],
  relations: {
    cardid: { resource: 'card', column: 'id', none: ['0'] },
    currency: { resource: 'currencies', column: 'currency' },
  },
  conditionalRelations: [
    { from: 'item_id', resource: 'invoice', column: 'id', when: { column: 'item_type', equals: 'invoice' } },
  ],
}
