// @generated from cc_config_group by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_config_group`. */
export const configGroup: Resource = {
  name: 'configgroup',
  table: 'cc_config_group',
  primaryKey: ['id'],
  label: 'Setting groups',
  section: 'system',
  display: 'group_title',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'group_title', label: 'Title', type: varchar(64, 'utf8mb3'), required: true },
    { name: 'group_description', label: 'Description', type: varchar(255, 'utf8mb3'), blank: '' },
  ],
  indexes: [
    { columns: ['group_title'], unique: true },
  ],
  relations: {},
}
