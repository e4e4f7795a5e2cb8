// @generated from cc_configuration by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_configuration`. */
export const configuration: Resource = {
  name: 'configuration',
  table: 'cc_configuration',
  primaryKey: ['configuration_id'],
  label: 'Payment module settings',
  section: 'system',
  display: 'configuration_title',
  columns: [
    { name: 'configuration_id', type: int },
    { name: 'configuration_title', label: 'Title', type: varchar(64, 'utf8mb3'), blank: '' },
    { name: 'configuration_key', label: 'Key', type: varchar(64, 'utf8mb3'), blank: '' },
    { name: 'configuration_value', label: 'Value', type: varchar(255, 'utf8mb3'), blank: '', secret: true },
    { name: 'configuration_description', label: 'Description', type: varchar(255, 'utf8mb3'), blank: '' },
    { name: 'configuration_type', label: 'Type', type: int },
    { name: 'use_function', label: 'Function that shows it', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'set_function', label: 'Function that sets it', type: varchar(255, 'utf8mb3'), nullable: true },
  ],
  relations: {},
}
