// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card`, at `/api/card/`. */
export interface Card {
  /** bigint */
  id: number
  /** char(1). true active; false inactive */
  activated: boolean | string
}

/** What a new row takes. */
export interface NewCard {
  /** bigint */
  id?: number | string
  /** char(1). true active; false inactive */
  activated?: boolean
}

/** What of a row can be changed. */
export type CardPatch = Changes<NewCard, 'id', never>
