// @generated from crm_log by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `crm_log`. */
export const crmLog: Resource = {
  name: 'crmlog',
  table: 'crm_log',
  primaryKey: ['id'],
  label: 'Crm log',
  section: 'other',
  display: 'id',
  readOnly: 'The shop writes it.',
  pageSize: { default: 100, maximum: 5000 },
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'line', type: varchar(200, 'utf8mb4'), blank: '' },
  ],
  relations: {},
}
