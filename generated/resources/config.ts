// @generated from cc_config by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_config`. */
export const config: Resource = {
  name: 'config',
  table: 'cc_config',
  primaryKey: ['id'],
  label: 'Settings',
  section: 'system',
  display: 'config_title',
  readOnly: 'A row here reconfigures A2Billing.',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'config_title', label: 'Title', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'config_key', label: 'Key', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'config_value', label: 'Value', type: varchar(200, 'utf8mb3'), nullable: true, secret: true },
    { name: 'config_description', label: 'Description', type: varchar(500, 'utf8mb3'), nullable: true },
    { name: 'config_valuetype', label: 'Type of value', type: int, codes: { '0': 'free text', '1': 'choice (yes,no or config_listvalues)' } },
    { name: 'config_listvalues', label: 'Values to choose from', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'config_group_title', label: 'Group', type: varchar(64, 'utf8mb3'), blank: '' },
  ],
  relations: {
    config_group_title: { resource: 'configgroup', column: 'group_title' },
  },
  search: ['config_title', 'config_key', 'config_description'],
}
