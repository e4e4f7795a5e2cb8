// @generated from cc_payments by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, datetime, decimal, int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_payments`. */
export const payments: Resource = {
  name: 'payments',
  table: 'cc_payments',
  primaryKey: ['id'],
  label: 'Electronic payments',
  section: 'money',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'customers_id', label: 'Customer', type: bigint },
    { name: 'customers_name', label: 'Name of the customer', type: varchar(200, 'utf8mb3'), blank: '' },
    { name: 'customers_email_address', label: 'E-mail of the customer', type: varchar(96, 'utf8mb3'), blank: '' },
    { name: 'item_name', label: 'Item', type: varchar(127, 'utf8mb3'), nullable: true },
    { name: 'item_id', label: 'Item number', type: varchar(127, 'utf8mb3'), nullable: true },
    { name: 'item_quantity', label: 'Quantity', type: int },
    { name: 'payment_method', type: varchar(32, 'utf8mb3'), blank: '' },
    { name: 'cc_type', label: 'Credit card type', type: varchar(20, 'utf8mb3'), nullable: true },
    { name: 'cc_owner', label: 'Credit card owner', type: varchar(64, 'utf8mb3'), nullable: true },
    { name: 'cc_number', label: 'Credit card number', type: varchar(32, 'utf8mb3'), nullable: true, secret: true },
    { name: 'cc_expires', label: 'Card expires', type: varchar(4, 'utf8mb3'), nullable: true, secret: true },
    { name: 'orders_status', label: 'Status', type: int, blank: '0', codes: { '0': 'pending', '1': 'in progress', '2': 'completed', '3': 'processed', '4': 'refunded', '5': 'unknown', '-2': 'failed', '-1': 'denied' } },
    { name: 'orders_amount', label: 'Amount', type: decimal(14, 6), nullable: true },
    { name: 'last_modified', label: 'Changed', type: datetime(), nullable: true },
    { name: 'date_purchased', label: 'Purchased', type: datetime(), nullable: true },
    { name: 'orders_date_finished', label: 'Finished', type: datetime(), nullable: true },
    { name: 'currency', type: char(3, 'utf8mb3'), nullable: true },
    { name: 'currency_value', label: 'Currency rate', type: decimal(14, 6), nullable: true },
  ],
  relations: {
    currency: { resource: 'currencies', column: 'currency' },
    customers_id: { resource: 'card', column: 'id', none: ['0'] },
    item_id: { resource: 'card', column: 'username' },
    orders_status: { resource: 'paymentsstatus', column: 'status_id' },
  },
}
