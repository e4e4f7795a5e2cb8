// @generated from cc_invoice_conf by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_invoice_conf`. Primary key: `id`. */
export interface InvoiceConfTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(50) */
  key_val: string

  /** varchar(50) */
  value: string
}

export type InvoiceConf = Selectable<InvoiceConfTable>

export type NewInvoiceConf = Insertable<InvoiceConfTable>

export type InvoiceConfPatch = Updateable<InvoiceConfTable>
