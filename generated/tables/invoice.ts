// @generated from cc_invoice by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_invoice`. Primary key: `id`. */
export interface InvoiceTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(30) */
  reference: string | null

  /** bigint */
  id_card: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** tinyint, default 0 */
  paid_status: Generated<number>

  /** tinyint, default 0 */
  status: Generated<number>

  /** varchar(50) */
  title: string

  /** mediumtext */
  description: string
}

export type Invoice = Selectable<InvoiceTable>

export type NewInvoice = Insertable<InvoiceTable>

export type InvoicePatch = Updateable<InvoiceTable>
