// @generated from cc_cardgroup_service by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_cardgroup_service`. Primary key: `id_card_group`, `id_service`. */
export interface CardgroupServiceTable {
  /** int */
  id_card_group: number

  /** int */
  id_service: number
}

export type CardgroupService = Selectable<CardgroupServiceTable>

export type NewCardgroupService = Insertable<CardgroupServiceTable>

export type CardgroupServicePatch = Updateable<CardgroupServiceTable>
