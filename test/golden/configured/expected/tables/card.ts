// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card`. Primary key: `id`. */
export interface CardTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** char(1), default f. Flag: true is t, false is f */
  activated: Generated<string>
}

export type Card = Selectable<CardTable>

export type NewCard = Insertable<CardTable>

export type CardPatch = Updateable<CardTable>
