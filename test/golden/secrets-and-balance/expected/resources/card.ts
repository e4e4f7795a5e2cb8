// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_card`. */
export const card: Resource = {
  name: 'card',
  table: 'cc_card',
  primaryKey: ['id'],
  label: 'Customers',
  section: 'customers',
  display: 'username',
  resetVariables: ['serial'],
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'username', label: 'Account', type: varchar(50, 'utf8mb4'), required: 'filled' },
    { name: 'uipass', label: 'Password', type: varchar(50, 'utf8mb4'), required: 'filled', blank: '', secret: true },
    { name: 'credit', label: 'Balance', type: decimal(15, 5), required: 'filled', writable: 'create', hint: 'Add to it with POST /custom_api/refill/<card>, take from it with POST /custom_api/extra_charge/<card>.' },
    { name: 'status', type: int, codes: { '0': 'cancelled', '1': 'active', '2': 'new', '3': 'waiting for mail confirmation', '4': 'reserved', '5': 'expired', '6': 'suspended, underpayment', '7': 'suspended, litigation', '8': 'waiting for subscription payment' } },
    { name: 'serial', label: 'Serial number', type: bigint, nullable: true, writable: 'never', hint: 'The database numbers the cards of a series itself.' },
    { name: 'id_group', label: 'Group', type: int },
  ],
  indexes: [
    { columns: ['username'], unique: true },
  ],
  relations: {
    id_group: { resource: 'cardgroup', column: 'id', none: ['-1'] },
  },
  search: ['username'],
}
