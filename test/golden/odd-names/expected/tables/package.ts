// @generated from cc_package by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { ReadOnly, Decimal } from '../../src/db/column-types.ts'
import type { Selectable } from 'kysely'

/** View `cc_package`. */
export interface PackageTable {
  /** int */
  id: ReadOnly<number>

  /** decimal(37,5) */
  total: ReadOnly<Decimal | null>
}

export type Package = Selectable<PackageTable>
