// @generated from cc_package_rate by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_package_rate`. */
export const packageRate: Resource = {
  name: 'packagerate',
  table: 'cc_package_rate',
  primaryKey: ['package_id', 'rate_id'],
  label: 'Rates of packages',
  section: 'rates',
  display: 'package_id',
  columns: [
    { name: 'package_id', label: 'Package offer', type: int, required: true },
    { name: 'rate_id', label: 'Rate', type: int, required: true },
  ],
  relations: {
    package_id: { resource: 'packageoffer', column: 'id' },
    rate_id: { resource: 'ratecard', column: 'id' },
  },
}
