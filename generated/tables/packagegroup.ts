// @generated from cc_package_group by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_package_group`. Primary key: `id`. */
export interface PackageGroupTable {
  /** int, auto increment */
  id: Generated<number>

  /** char(30) */
  name: string

  /** mediumtext */
  description: string | null
}

export type PackageGroup = Selectable<PackageGroupTable>

export type NewPackageGroup = Insertable<PackageGroupTable>

export type PackageGroupPatch = Updateable<PackageGroupTable>
