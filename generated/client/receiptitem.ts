// @generated from cc_receipt_item by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_receipt_item`, at `/api/receiptitem/`. */
export interface ReceiptItem {
  /** bigint */
  id: number
  /** bigint */
  id_receipt: number
  /** timestamp */
  date: string | null
  /** decimal(15,5) */
  price: string
  /** mediumtext */
  description: string
  /** bigint */
  id_ext: number | null
  /** varchar(10). CHARGE a cc_charge row; CALLS a cc_billing_customer row */
  type_ext: string | null
}

/** What a new row takes. */
export interface NewReceiptItem {
  /** bigint */
  id?: number | string
  /** bigint */
  id_receipt?: number | string
  /** timestamp */
  date?: string
  /** decimal(15,5) */
  price?: string
  /** mediumtext */
  description?: string
  /** bigint */
  id_ext?: number | string | null
  /** varchar(10). CHARGE a cc_charge row; CALLS a cc_billing_customer row */
  type_ext?: string | null
}

/** What of a row can be changed. */
export type ReceiptItemPatch = Changes<NewReceiptItem, 'id', 'price'>
