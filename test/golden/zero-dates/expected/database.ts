// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { CallTable } from './tables/call.ts'

/** Every table by its name in the database: `new Kysely<Database>(...)`. */
export interface Database {
  cc_call: CallTable
}
