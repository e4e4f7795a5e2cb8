// @generated from cc_invoice_item by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_invoice_item`. Primary key: `id`. */
export interface InvoiceItemTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_invoice: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** decimal(15,5), default 0.00000 */
  price: Generated<Decimal>

  /** decimal(4,2), default 0.00 */
  VAT: Generated<Decimal>

  /** mediumtext */
  description: string

  /** bigint */
  id_ext: Bigint | null

  /** varchar(10) */
  type_ext: string | null
}

export type InvoiceItem = Selectable<InvoiceItemTable>

export type NewInvoiceItem = Insertable<InvoiceItemTable>

export type InvoiceItemPatch = Updateable<InvoiceItemTable>
