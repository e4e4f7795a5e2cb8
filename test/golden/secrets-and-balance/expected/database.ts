// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { CardTable } from './tables/card.ts'
import type { CardGroupTable } from './tables/cardgroup.ts'

/** Every table by its name in the database: `new Kysely<Database>(...)`. */
export interface Database {
  cc_card: CardTable

  cc_card_group: CardGroupTable
}
