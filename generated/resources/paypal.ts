// @generated from cc_paypal by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, decimal, int, tinytext, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_paypal`. */
export const paypal: Resource = {
  name: 'paypal',
  table: 'cc_paypal',
  primaryKey: ['id'],
  label: 'PayPal notifications',
  section: 'money',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'payer_id', label: 'Payer', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'payment_date', label: 'Paid on', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'txn_id', label: 'Transaction', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'first_name', label: 'First name', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'last_name', label: 'Last name', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'payer_email', label: 'E-mail of the payer', type: varchar(55, 'utf8mb3'), nullable: true },
    { name: 'payer_status', label: 'Status of the payer', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'payment_type', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'memo', type: tinytext('utf8mb3'), nullable: true },
    { name: 'item_name', label: 'Item', type: varchar(70, 'utf8mb3'), nullable: true },
    { name: 'item_number', label: 'Item number', type: varchar(70, 'utf8mb3'), nullable: true },
    { name: 'quantity', type: int },
    { name: 'mc_gross', label: 'Amount', type: decimal(9, 2), nullable: true },
    { name: 'mc_fee', label: 'Fee', type: decimal(9, 2), nullable: true },
    { name: 'tax', type: decimal(9, 2), nullable: true },
    { name: 'mc_currency', label: 'Currency', type: char(3, 'utf8mb3'), nullable: true },
    { name: 'address_name', type: varchar(50, 'utf8mb3') },
    { name: 'address_street', type: varchar(80, 'utf8mb3') },
    { name: 'address_city', type: varchar(40, 'utf8mb3') },
    { name: 'address_state', type: varchar(40, 'utf8mb3') },
    { name: 'address_zip', type: varchar(20, 'utf8mb3') },
    { name: 'address_country', type: varchar(30, 'utf8mb3') },
    { name: 'address_status', type: varchar(30, 'utf8mb3') },
    { name: 'payer_business_name', label: 'Business of the payer', type: varchar(40, 'utf8mb3') },
    { name: 'payment_status', type: varchar(30, 'utf8mb3') },
    { name: 'pending_reason', label: 'Why it is pending', type: varchar(50, 'utf8mb3') },
    { name: 'reason_code', label: 'Reason', type: varchar(30, 'utf8mb3') },
    { name: 'txn_type', label: 'Type of transaction', type: varchar(30, 'utf8mb3') },
  ],
  relations: {},
}
