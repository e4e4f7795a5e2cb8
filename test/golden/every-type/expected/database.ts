// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { EveryTypeTable } from './tables/everytype.ts'

/** Every table by its name in the database: `new Kysely<Database>(...)`. */
export interface Database {
  every_type: EveryTypeTable
}
