// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/**
 * Table `cc_card`. Primary key: `id`.
 * Customers
 */
export interface CardTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(50) */
  username: string

  /** varchar(50). Secret: password, clear text */
  uipass: string

  /** decimal(15,5), default 0.00000 */
  credit: Generated<Decimal>

  /** int, default 1 */
  status: Generated<number>

  /** bigint */
  serial: Bigint | null

  /** int, default 1 */
  id_group: Generated<number>
}

export type Card = Selectable<CardTable>

export type NewCard = Insertable<CardTable>

export type CardPatch = Updateable<CardTable>
