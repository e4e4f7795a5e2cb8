// @generated from cc_callerid by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_callerid`. */
export const callerid: Resource = {
  name: 'callerid',
  table: 'cc_callerid',
  primaryKey: ['id'],
  label: 'Caller ids',
  section: 'customers',
  display: 'cid',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'cid', label: 'Caller id', type: varchar(100, 'utf8mb3'), required: true },
    { name: 'id_cc_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'activated', type: char(1, 'utf8mb3'), codes: { t: 'active', f: 'inactive' } },
  ],
  indexes: [
    { columns: ['cid'], unique: true },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id', none: ['-1'] },
  },
  search: ['cid'],
}
