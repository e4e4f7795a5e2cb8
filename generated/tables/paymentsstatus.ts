// @generated from cc_payments_status by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_payments_status`. Primary key: `id`. */
export interface PaymentsStatusTable {
  /** int, auto increment */
  id: Generated<number>

  /** int */
  status_id: number

  /** varchar(200) */
  status_name: string
}

export type PaymentsStatus = Selectable<PaymentsStatusTable>

export type NewPaymentsStatus = Insertable<PaymentsStatusTable>

export type PaymentsStatusPatch = Updateable<PaymentsStatusTable>
