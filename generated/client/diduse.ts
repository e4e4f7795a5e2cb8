// @generated from cc_did_use by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_did_use`, at `/api/diduse/`. */
export interface DidUse {
  /** bigint */
  id: number
  /** bigint */
  id_cc_card: number | null
  /** bigint */
  id_did: number
  /** timestamp */
  reservationdate: string | null
  /** timestamp */
  releasedate: string | null
  /** int. 0 free; 1 reserved (in use) */
  activated: number | null
  /** int */
  month_payed: number | null
  /** tinyint. 0 no reminder sent; 1 reminder/invoice sent */
  reminded: number
}

/** What a new row takes. */
export interface NewDidUse {
  /** bigint */
  id?: number | string
  /** bigint */
  id_cc_card?: number | string | null
  /** bigint */
  id_did?: number | string
  /** timestamp */
  reservationdate?: string
  /** timestamp */
  releasedate?: string | null
  /** int. 0 free; 1 reserved (in use) */
  activated?: number | string | null
  /** int */
  month_payed?: number | string | null
  /** tinyint. 0 no reminder sent; 1 reminder/invoice sent */
  reminded?: number | string
}

/** What of a row can be changed. */
export type DidUsePatch = Changes<NewDidUse, 'id', 'month_payed'>
