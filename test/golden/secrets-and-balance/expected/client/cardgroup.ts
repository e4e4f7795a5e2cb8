// @generated from cc_card_group by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card_group`, at `/api/cardgroup/`. */
export interface CardGroup {
  /** int */
  id: number
  /** char(30) */
  name: string
}

/** What a new row takes. */
export interface NewCardGroup {
  /** int */
  id?: number | string
  /** char(30) */
  name?: string
}

/** What of a row can be changed. */
export type CardGroupPatch = Changes<NewCardGroup, 'id', never>
