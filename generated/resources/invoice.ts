// @generated from cc_invoice by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, mediumtext, timestamp, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_invoice`. */
export const invoice: Resource = {
  name: 'invoice',
  table: 'cc_invoice',
  primaryKey: ['id'],
  label: 'Invoices',
  section: 'money',
  display: 'reference',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'reference', type: varchar(30, 'utf8mb3'), nullable: true },
    { name: 'id_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'date', type: timestamp() },
    { name: 'paid_status', label: 'Paid', type: tinyint, codes: { '0': 'unpaid', '1': 'paid' } },
    { name: 'status', type: tinyint, codes: { '0': 'open (draft)', '1': 'closed (issued)' } },
    { name: 'title', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'description', type: mediumtext('utf8mb3'), blank: '' },
  ],
  relations: {
    id_card: { resource: 'card', column: 'id' },
  },
  search: ['reference', 'title'],
}
