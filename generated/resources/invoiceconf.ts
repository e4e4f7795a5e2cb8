// @generated from cc_invoice_conf by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_invoice_conf`. */
export const invoiceConf: Resource = {
  name: 'invoiceconf',
  table: 'cc_invoice_conf',
  primaryKey: ['id'],
  label: 'Invoice settings',
  section: 'money',
  display: 'key_val',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'key_val', label: 'Key', type: varchar(50, 'utf8mb3'), required: true },
    { name: 'value', type: varchar(50, 'utf8mb3'), blank: '' },
  ],
  indexes: [
    { columns: ['key_val'], unique: true },
  ],
  relations: {},
}
