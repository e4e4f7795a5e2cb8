// @generated from cc_package_rate by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_package_rate`, at `/api/packagerate/`. */
export interface PackageRate {
  /** int */
  package_id: number
  /** int */
  rate_id: number
}

/** What a new row takes. */
export interface NewPackageRate {
  /** int */
  package_id: number | string
  /** int */
  rate_id: number | string
}

/** What of a row can be changed. */
export type PackageRatePatch = Changes<NewPackageRate, 'package_id' | 'rate_id', never>
