// @generated from cc_restricted_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_restricted_phonenumber`. */
export const restrictedPhonenumber: Resource = {
  name: 'restrictedphonenumber',
  table: 'cc_restricted_phonenumber',
  primaryKey: ['id'],
  label: 'Restricted numbers',
  section: 'customers',
  display: 'number',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'number', type: varchar(50, 'utf8mb3'), blank: '' },
    { name: 'id_card', label: 'Customer', type: bigint, blank: '0' },
  ],
  relations: {
    id_card: { resource: 'card', column: 'id' },
  },
  search: ['number'],
}
