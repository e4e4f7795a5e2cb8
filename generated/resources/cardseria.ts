// @generated from cc_card_seria by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, int, mediumtext } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_card_seria`. */
export const cardSeria: Resource = {
  name: 'cardseria',
  table: 'cc_card_seria',
  primaryKey: ['id'],
  label: 'Card series',
  section: 'customers',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'name', type: char(30, 'utf8mb3'), blank: '' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'value', type: bigint, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
  ],
  relations: {},
  search: ['name'],
}
