// @generated from cc_logpayment by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_logpayment`, at `/api/logpayment/`. */
export interface Logpayment {
  /** int */
  id: number
  /** timestamp */
  date: string | null
  /** decimal(15,5) */
  payment: string
  /** bigint */
  card: number
  /** bigint */
  id_logrefill: number | null
  /** mediumtext */
  description: string | null
  /** smallint. 0 no; 1 yes */
  added_refill: number
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  payment_type: number
  /** tinyint. 0 no; 1 yes */
  added_commission: number
  /** bigint */
  agent: number | null
}

/** What a new row takes. */
export interface NewLogpayment {
  /** int */
  id?: number | string
  /** timestamp */
  date?: string
  /** decimal(15,5) */
  payment?: string
  /** bigint */
  card?: number | string
  /** bigint */
  id_logrefill?: number | string | null
  /** mediumtext */
  description?: string | null
  /** smallint. 0 no; 1 yes */
  added_refill?: number | string
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  payment_type?: number | string
  /** tinyint. 0 no; 1 yes */
  added_commission?: number | string
  /** bigint */
  agent?: number | string | null
}

/** What of a row can be changed. */
export type LogpaymentPatch = Changes<NewLogpayment, 'id', 'payment'>
