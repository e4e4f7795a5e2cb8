// @generated from cc_package_group by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int, mediumtext } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_package_group`. */
export const packageGroup: Resource = {
  name: 'packagegroup',
  table: 'cc_package_group',
  primaryKey: ['id'],
  label: 'Package groups',
  section: 'rates',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'name', type: char(30, 'utf8mb3'), blank: '' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
  ],
  relations: {},
}
