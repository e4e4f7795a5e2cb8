// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, flag } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_card`. */
export const card: Resource = {
  name: 'card',
  table: 'cc_card',
  primaryKey: ['id'],
  label: 'Customers',
  section: 'customers',
  display: 'id',
  pageSize: { default: 50 },
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'activated', type: flag(char(1, 'utf8mb3'), 't', 'f'), codes: { true: 'active', false: 'inactive' } },
  ],
  relations: {},
}
