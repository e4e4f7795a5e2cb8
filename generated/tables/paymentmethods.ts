// @generated from cc_payment_methods by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_payment_methods`. Primary key: `id`. */
export interface PaymentMethodsTable {
  /** int, auto increment */
  id: Generated<number>

  /** char(100) */
  payment_method: string

  /** char(200) */
  payment_filename: string
}

export type PaymentMethods = Selectable<PaymentMethodsTable>

export type NewPaymentMethods = Insertable<PaymentMethodsTable>

export type PaymentMethodsPatch = Updateable<PaymentMethodsTable>
