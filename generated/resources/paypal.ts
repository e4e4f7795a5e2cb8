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
    { name: 'id', type: int },
    { name: 'payer_id', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'payment_date', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'txn_id', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'first_name', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'last_name', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'payer_email', type: varchar(55, 'utf8mb3'), nullable: true },
    { name: 'payer_status', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'payment_type', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'memo', type: tinytext('utf8mb3'), nullable: true },
    { name: 'item_name', type: varchar(70, 'utf8mb3'), nullable: true },
    { name: 'item_number', type: varchar(70, 'utf8mb3'), nullable: true },
    { name: 'quantity', type: int },
    { name: 'mc_gross', type: decimal(9, 2), nullable: true },
    { name: 'mc_fee', type: decimal(9, 2), nullable: true },
    { name: 'tax', type: decimal(9, 2), nullable: true },
    { name: 'mc_currency', type: char(3, 'utf8mb3'), nullable: true },
    { name: 'address_name', type: varchar(50, 'utf8mb3') },
    { name: 'address_street', type: varchar(80, 'utf8mb3') },
    { name: 'address_city', type: varchar(40, 'utf8mb3') },
    { name: 'address_state', type: varchar(40, 'utf8mb3') },
    { name: 'address_zip', type: varchar(20, 'utf8mb3') },
    { name: 'address_country', type: varchar(30, 'utf8mb3') },
    { name: 'address_status', type: varchar(30, 'utf8mb3') },
    { name: 'payer_business_name', type: varchar(40, 'utf8mb3') },
    { name: 'payment_status', type: varchar(30, 'utf8mb3') },
    { name: 'pending_reason', type: varchar(50, 'utf8mb3') },
    { name: 'reason_code', type: varchar(30, 'utf8mb3') },
    { name: 'txn_type', type: varchar(30, 'utf8mb3') },
  ],
  relations: {},
}
