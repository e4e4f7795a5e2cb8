// @generated from cc_receipt by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, mediumtext, timestamp, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_receipt`. */
export const receipt: Resource = {
  name: 'receipt',
  table: 'cc_receipt',
  primaryKey: ['id'],
  label: 'Receipts',
  section: 'money',
  display: 'title',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'date', type: timestamp() },
    { name: 'title', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'description', type: mediumtext('utf8mb3'), blank: '' },
    { name: 'status', type: tinyint, codes: { '0': 'open', '1': 'closed' } },
  ],
  relations: {
    id_card: { resource: 'card', column: 'id' },
  },
  search: ['title'],
}
