// @generated from cc_payments_status by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_payments_status`, at `/api/paymentsstatus/`. */
export interface PaymentsStatus {
  /** int */
  id: number
  /** int. 0 pending; 1 in progress; 2 completed; 3 processed; 4 refunded; 5 unknown; -2 failed; -1 denied */
  status_id: number
  /** varchar(200) */
  status_name: string
}

/** What a new row takes. */
export interface NewPaymentsStatus {
  /** int */
  id?: number | string
  /** int. 0 pending; 1 in progress; 2 completed; 3 processed; 4 refunded; 5 unknown; -2 failed; -1 denied */
  status_id?: number | string
  /** varchar(200) */
  status_name?: string
}

/** What of a row can be changed. */
export type PaymentsStatusPatch = Changes<NewPaymentsStatus, 'id', never>
