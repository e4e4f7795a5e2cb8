// @generated from cc_invoice by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_invoice`, at `/api/invoice/`. */
export interface Invoice {
  /** bigint */
  id: number
  /** varchar(30) */
  reference: string | null
  /** bigint */
  id_card: number
  /** timestamp */
  date: string | null
  /** tinyint. 0 unpaid; 1 paid */
  paid_status: number
  /** tinyint. 0 open (draft); 1 closed (issued) */
  status: number
  /** varchar(50) */
  title: string
  /** mediumtext */
  description: string
}

/** What a new row takes. */
export interface NewInvoice {
  /** bigint */
  id?: number | string
  /** varchar(30) */
  reference?: string | null
  /** bigint */
  id_card?: number | string
  /** timestamp */
  date?: string
  /** tinyint. 0 unpaid; 1 paid */
  paid_status?: number | string
  /** tinyint. 0 open (draft); 1 closed (issued) */
  status?: number | string
  /** varchar(50) */
  title?: string
  /** mediumtext */
  description?: string
}

/** What of a row can be changed. */
export type InvoicePatch = Changes<NewInvoice, 'id', never>
