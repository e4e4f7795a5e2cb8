// @generated from cc_phonebook by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, int, mediumtext } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_phonebook`. */
export const phonebook: Resource = {
  name: 'phonebook',
  table: 'cc_phonebook',
  primaryKey: ['id'],
  label: 'Phone books',
  section: 'services',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'name', type: char(30, 'utf8mb3'), blank: '' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'id_card', label: 'Customer', type: bigint, blank: '0' },
  ],
  relations: {
    id_card: { resource: 'card', column: 'id' },
  },
  search: ['name'],
}
