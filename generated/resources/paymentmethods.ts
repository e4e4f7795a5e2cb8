// @generated from cc_payment_methods by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_payment_methods`. */
export const paymentMethods: Resource = {
  name: 'paymentmethods',
  table: 'cc_payment_methods',
  primaryKey: ['id'],
  label: 'Payment methods',
  section: 'money',
  display: 'payment_method',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'payment_method', type: char(100, 'utf8mb3'), blank: '' },
    { name: 'payment_filename', label: 'File', type: char(200, 'utf8mb3'), blank: '' },
  ],
  relations: {},
}
