// @generated from cc_payment_methods by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_payment_methods`, at `/api/paymentmethods/`. */
export interface PaymentMethods {
  /** int */
  id: number
  /** char(100) */
  payment_method: string
  /** char(200) */
  payment_filename: string
}

/** What a new row takes. */
export interface NewPaymentMethods {
  /** int */
  id?: number | string
  /** char(100) */
  payment_method?: string
  /** char(200) */
  payment_filename?: string
}

/** What of a row can be changed. */
export type PaymentMethodsPatch = Changes<NewPaymentMethods, 'id', never>
