// @generated from cc_receipt by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_receipt`. Primary key: `id`. */
export interface ReceiptTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_card: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** varchar(50) */
  title: string

  /** mediumtext */
  description: string

  /** tinyint, default 0 */
  status: Generated<number>
}

export type Receipt = Selectable<ReceiptTable>

export type NewReceipt = Insertable<ReceiptTable>

export type ReceiptPatch = Updateable<ReceiptTable>
