// @generated from cc_subscription_service by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_subscription_service`, at `/api/subscriptionservice/`. */
export interface SubscriptionService {
  /** bigint */
  id: number
  /** varchar(200) */
  label: string
  /** float */
  fee: number
  /** int. 0 inactive; 1 active */
  status: number
  /** int */
  numberofrun: number
  /** timestamp */
  datecreate: string | null
  /** timestamp */
  datelastrun: string | null
  /** varchar(100) */
  emailreport: string
  /** float */
  totalcredit: number
  /** int */
  totalcardperform: number
  /** timestamp */
  startdate: string | null
  /** timestamp */
  stopdate: string | null
}

/** What a new row takes. */
export interface NewSubscriptionService {
  /** bigint */
  id?: number | string
  /** varchar(200) */
  label?: string
  /** float */
  fee?: number | string
  /** int. 0 inactive; 1 active */
  status?: number | string
  /** int */
  numberofrun?: number | string
  /** timestamp */
  datecreate?: string
  /** timestamp */
  datelastrun?: string | null
  /** varchar(100) */
  emailreport?: string
  /** float */
  totalcredit?: number | string
  /** int */
  totalcardperform?: number | string
  /** timestamp */
  startdate?: string | null
  /** timestamp */
  stopdate?: string | null
}

/** What of a row can be changed. */
export type SubscriptionServicePatch = Changes<NewSubscriptionService, 'id', 'numberofrun' | 'totalcardperform'>
