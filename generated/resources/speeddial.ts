// @generated from cc_speeddial by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_speeddial`. */
export const speeddial: Resource = {
  name: 'speeddial',
  table: 'cc_speeddial',
  primaryKey: ['id'],
  label: 'Speed dials',
  section: 'customers',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_cc_card', label: 'Customer', type: bigint },
    { name: 'phone', type: varchar(100, 'utf8mb3'), blank: '' },
    { name: 'name', type: varchar(100, 'utf8mb3'), blank: '' },
    { name: 'speeddial', label: 'Code', type: int, nullable: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id', none: ['0'] },
  },
  search: ['name', 'phone'],
}
