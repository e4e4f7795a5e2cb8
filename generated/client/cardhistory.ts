// @generated from cc_card_history by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card_history`, at `/api/cardhistory/`. */
export interface CardHistory {
  /** bigint */
  id: number
  /** bigint */
  id_cc_card: number | null
  /** timestamp */
  datecreated: string | null
  /** text */
  description: string | null
}

/** What a new row takes. */
export interface NewCardHistory {
  /** bigint */
  id?: number | string
  /** bigint */
  id_cc_card?: number | string | null
  /** timestamp */
  datecreated?: string
  /** text */
  description?: string | null
}

/** What of a row can be changed. */
export type CardHistoryPatch = Changes<NewCardHistory, 'id', never>
