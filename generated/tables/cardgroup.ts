// @generated from cc_card_group by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card_group`. Primary key: `id`. */
export interface CardGroupTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(50) */
  name: string | null

  /** varchar(400) */
  description: string | null

  /** int, default 0 */
  users_perms: Generated<number>

  /** int */
  id_agent: number | null

  /** varchar(200) */
  provisioning: string | null
}

export type CardGroup = Selectable<CardGroupTable>

export type NewCardGroup = Insertable<CardGroupTable>

export type CardGroupPatch = Updateable<CardGroupTable>
