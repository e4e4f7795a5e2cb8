// @generated from cc_support_component by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { smallint, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_support_component`. */
export const supportComponent: Resource = {
  name: 'supportcomponent',
  table: 'cc_support_component',
  primaryKey: ['id'],
  label: 'Support components',
  section: 'support',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: smallint },
    { name: 'id_support', type: smallint, blank: '0' },
    { name: 'name', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'activated', type: smallint, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'type_user', label: 'For whom', type: tinyint, codes: { '0': 'customers', '1': 'agents', '2': 'customers and agents' } },
  ],
  relations: {
    id_support: { resource: 'support', column: 'id' },
  },
  search: ['name'],
}
