// @generated from cc_card_group by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_card_group`. */
export const cardGroup: Resource = {
  name: 'cardgroup',
  table: 'cc_card_group',
  primaryKey: ['id'],
  label: 'Customer groups',
  section: 'customers',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'name', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'description', type: varchar(400, 'utf8mb3'), nullable: true },
    { name: 'users_perms', label: 'Rights of the customers', type: int, codes: { '2': 'password', '4': 'SIP/IAX', '8': 'call history', '16': 'payment history', '32': 'voucher', '64': 'invoices', '128': 'DID', '256': 'speed dial', '512': 'rate card', '1024': 'simulator', '2048': 'callback', '4096': 'web phone', '8192': 'caller id', '16384': 'support', '32768': 'notification', '65536': 'auto dialler', '131072': 'personal info', '262144': 'see recordings' }, sums: true },
    { name: 'id_agent', type: int, nullable: true },
    { name: 'provisioning', type: varchar(200, 'utf8mb3'), nullable: true },
  ],
  relations: {
    id_agent: { resource: 'agent', column: 'id', none: ['-1', '0'] },
  },
  search: ['name', 'description'],
}
