// @generated from cc_card_history by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card_history`. Primary key: `id`. */
export interface CardHistoryTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_cc_card: Bigint | null

  /** timestamp, default CURRENT_TIMESTAMP */
  datecreated: Generated<SqlDateTime>

  /** text */
  description: string | null
}

export type CardHistory = Selectable<CardHistoryTable>

export type NewCardHistory = Insertable<CardHistoryTable>

export type CardHistoryPatch = Updateable<CardHistoryTable>
