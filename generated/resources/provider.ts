// @generated from cc_provider by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int, mediumtext, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_provider`. */
export const provider: Resource = {
  name: 'provider',
  table: 'cc_provider',
  primaryKey: ['id'],
  label: 'Providers',
  section: 'trunks',
  display: 'provider_name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'provider_name', label: 'Name', type: char(30, 'utf8mb3'), required: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
  ],
  indexes: [
    { columns: ['provider_name'], unique: true },
  ],
  relations: {},
  search: ['provider_name'],
}
