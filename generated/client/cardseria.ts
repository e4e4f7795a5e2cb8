// @generated from cc_card_seria by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card_seria`, at `/api/cardseria/`. */
export interface CardSeria {
  /** int */
  id: number
  /** char(30) */
  name: string
  /** mediumtext */
  description: string | null
  /** bigint */
  value: number
}

/** What a new row takes. */
export interface NewCardSeria {
  /** int */
  id?: number | string
  /** char(30) */
  name?: string
  /** mediumtext */
  description?: string | null
  /** bigint */
  value?: number | string
}

/** What of a row can be changed. */
export type CardSeriaPatch = Changes<NewCardSeria, 'id' | 'value', never>
