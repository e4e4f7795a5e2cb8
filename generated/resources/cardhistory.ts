// @generated from cc_card_history by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, text, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_card_history`. */
export const cardHistory: Resource = {
  name: 'cardhistory',
  table: 'cc_card_history',
  primaryKey: ['id'],
  label: 'Customer history',
  section: 'customers',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_cc_card', label: 'Customer', type: bigint, nullable: true },
    { name: 'datecreated', label: 'Created', type: timestamp() },
    { name: 'description', type: text('utf8mb3'), nullable: true },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id', none: ['-1'] },
  },
}
