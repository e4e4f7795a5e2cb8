// @generated from cc_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, int, mediumtext, smallint, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_phonenumber`. */
export const phonenumber: Resource = {
  name: 'phonenumber',
  table: 'cc_phonenumber',
  primaryKey: ['id'],
  label: 'Phone numbers',
  section: 'services',
  display: 'number',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_phonebook', label: 'Phone book', type: int, blank: '0' },
    { name: 'number', type: char(30, 'utf8mb3'), blank: '' },
    { name: 'name', type: char(40, 'utf8mb3'), nullable: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'status', type: smallint, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'info', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'amount', type: int },
  ],
  relations: {
    id_phonebook: { resource: 'phonebook', column: 'id' },
  },
  search: ['number', 'name'],
}
