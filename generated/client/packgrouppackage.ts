// @generated from cc_packgroup_package by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_packgroup_package`, at `/api/packgrouppackage/`. */
export interface PackgroupPackage {
  /** int */
  packagegroup_id: number
  /** int */
  package_id: number
}

/** What a new row takes. */
export interface NewPackgroupPackage {
  /** int */
  packagegroup_id: number | string
  /** int */
  package_id: number | string
}

/** What of a row can be changed. */
export type PackgroupPackagePatch = Changes<NewPackgroupPackage, 'packagegroup_id' | 'package_id', never>
