// @generated from cc_package by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { decimal, int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_package`. */
export const packageTable: Resource = {
  name: 'package',
  table: 'cc_package',
  primaryKey: [],
  label: 'Package',
  section: 'other',
  display: 'id',
  readOnly: 'It is a view.',
  columns: [
    { name: 'id', label: 'ID', type: int, blank: '0' },
    { name: 'total', type: decimal(37, 5), nullable: true },
  ],
  relations: {},
}
