// @generated from cc_receipt_item by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_receipt_item`. Primary key: `id`. */
export interface ReceiptItemTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_receipt: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** decimal(15,5), default 0.00000 */
  price: Generated<Decimal>

  /** mediumtext */
  description: string

  /** bigint */
  id_ext: Bigint | null

  /** varchar(10) */
  type_ext: string | null
}

export type ReceiptItem = Selectable<ReceiptItemTable>

export type NewReceiptItem = Insertable<ReceiptItemTable>

export type ReceiptItemPatch = Updateable<ReceiptItemTable>
