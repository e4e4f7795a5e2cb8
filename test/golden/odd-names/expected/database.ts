// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { OddTableSNameTable } from './tables/Odd-table-s-name.ts'
import type { PackageTable } from './tables/package.ts'

/** Every table by its name in the database: `new Kysely<Database>(...)`. */
export interface Database {
  'Odd */ table\'s name': OddTableSNameTable

  cc_package: PackageTable
}
