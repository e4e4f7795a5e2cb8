// @generated from cc_cardgroup_service by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_cardgroup_service`, at `/api/cardgroupservice/`. */
export interface CardgroupService {
  /** int */
  id_card_group: number
  /** int */
  id_service: number
}

/** What a new row takes. */
export interface NewCardgroupService {
  /** int */
  id_card_group: number | string
  /** int */
  id_service: number | string
}

/** What of a row can be changed. */
export type CardgroupServicePatch = Changes<NewCardgroupService, 'id_card_group' | 'id_service', never>
