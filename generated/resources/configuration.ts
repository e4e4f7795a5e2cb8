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
    { name: 'configuration_title', type: varchar(64, 'utf8mb3'), blank: '' },
    { name: 'configuration_key', type: varchar(64, 'utf8mb3'), blank: '' },
    { name: 'configuration_value', type: varchar(255, 'utf8mb3'), blank: '', secret: true },
    { name: 'configuration_description', type: varchar(255, 'utf8mb3'), blank: '' },
    { name: 'configuration_type', type: int },
    { name: 'use_function', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'set_function', type: varchar(255, 'utf8mb3'), nullable: true },
  ],
  relations: {},
}
