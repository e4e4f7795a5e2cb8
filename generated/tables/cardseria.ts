// @generated from cc_card_seria by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card_seria`. Primary key: `id`. */
export interface CardSeriaTable {
  /** int, auto increment */
  id: Generated<number>

  /** char(30) */
  name: string

  /** mediumtext */
  description: string | null

  /** bigint, default 0 */
  value: Generated<Bigint>
}

export type CardSeria = Selectable<CardSeriaTable>

export type NewCardSeria = Insertable<CardSeriaTable>

export type CardSeriaPatch = Updateable<CardSeriaTable>
