// @generated from cc_package_group by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_package_group`, at `/api/packagegroup/`. */
export interface PackageGroup {
  /** int */
  id: number
  /** char(30) */
  name: string
  /** mediumtext */
  description: string | null
}

/** What a new row takes. */
export interface NewPackageGroup {
  /** int */
  id?: number | string
  /** char(30) */
  name?: string
  /** mediumtext */
  description?: string | null
}

/** What of a row can be changed. */
export type PackageGroupPatch = Changes<NewPackageGroup, 'id', never>
