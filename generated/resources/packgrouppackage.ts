// @generated from cc_packgroup_package by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_packgroup_package`. */
export const packgroupPackage: Resource = {
  name: 'packgrouppackage',
  table: 'cc_packgroup_package',
  primaryKey: ['packagegroup_id', 'package_id'],
  label: 'Packages of groups',
  section: 'rates',
  display: 'packagegroup_id',
  columns: [
    { name: 'packagegroup_id', label: 'Package group', type: int, required: true },
    { name: 'package_id', label: 'Package offer', type: int, required: true },
  ],
  relations: {
    package_id: { resource: 'packageoffer', column: 'id' },
    packagegroup_id: { resource: 'packagegroup', column: 'id' },
  },
}
