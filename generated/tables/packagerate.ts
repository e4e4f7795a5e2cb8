// @generated from cc_package_rate by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_package_rate`. Primary key: `package_id`, `rate_id`. */
export interface PackageRateTable {
  /** int */
  package_id: number

  /** int */
  rate_id: number
}

export type PackageRate = Selectable<PackageRateTable>

export type NewPackageRate = Insertable<PackageRateTable>

export type PackageRatePatch = Updateable<PackageRateTable>
