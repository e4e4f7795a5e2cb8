// @generated from cc_receipt by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_receipt`, at `/api/receipt/`. */
export interface Receipt {
  /** bigint */
  id: number
  /** bigint */
  id_card: number
  /** timestamp */
  date: string | null
  /** varchar(50) */
  title: string
  /** mediumtext */
  description: string
  /** tinyint. 0 open; 1 closed */
  status: number
}

/** What a new row takes. */
export interface NewReceipt {
  /** bigint */
  id?: number | string
  /** bigint */
  id_card?: number | string
  /** timestamp */
  date?: string
  /** varchar(50) */
  title?: string
  /** mediumtext */
  description?: string
  /** tinyint. 0 open; 1 closed */
  status?: number | string
}

/** What of a row can be changed. */
export type ReceiptPatch = Changes<NewReceipt, 'id', never>
