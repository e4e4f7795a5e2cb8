// @generated from cc_card by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card`, at `/api/card/`. */
export interface Card {
  /** bigint */
  id: number
  /** varchar(50) */
  username: string
  /** varchar(50). Secret: only for holders of secrets:read */
  uipass?: string
  /** decimal(15,5) */
  credit: string
  /** int. 0 cancelled; 1 active; 2 new; 3 waiting for mail confirmation; 4 reserved; 5 expired; 6 suspended, underpayment; 7 suspended, litigation; 8 waiting for subscription payment */
  status: number
  /** bigint */
  serial: number | null
  /** int */
  id_group: number
}

/** What a new row takes. */
export interface NewCard {
  /** bigint */
  id?: number | string
  /** varchar(50) */
  username: string
  /** varchar(50). Secret: only for holders of secrets:read */
  uipass: string
  /** decimal(15,5) */
  credit: string
  /** int. 0 cancelled; 1 active; 2 new; 3 waiting for mail confirmation; 4 reserved; 5 expired; 6 suspended, underpayment; 7 suspended, litigation; 8 waiting for subscription payment */
  status?: number | string
  /** int */
  id_group?: number | string
}

/** What of a row can be changed. */
export type CardPatch = Changes<NewCard, 'id' | 'credit', never>
