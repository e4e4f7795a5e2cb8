// @generated from cc_packgroup_package by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_packgroup_package`. Primary key: `packagegroup_id`, `package_id`. */
export interface PackgroupPackageTable {
  /** int */
  packagegroup_id: number

  /** int */
  package_id: number
}

export type PackgroupPackage = Selectable<PackgroupPackageTable>

export type NewPackgroupPackage = Insertable<PackgroupPackageTable>

export type PackgroupPackagePatch = Updateable<PackgroupPackageTable>
