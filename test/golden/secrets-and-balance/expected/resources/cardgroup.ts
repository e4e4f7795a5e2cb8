// @generated from cc_card_group by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int } from '../../src/resources/column-types.ts'
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
    { name: 'name', type: char(30, 'utf8mb4'), blank: '' },
  ],
  relations: {},
  search: ['name'],
}
