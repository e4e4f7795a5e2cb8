// @generated from cc_card_subscription by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card_subscription`, at `/api/cardsubscription/`. */
export interface CardSubscription {
  /** bigint */
  id: number
  /** bigint */
  id_cc_card: number | null
  /** int */
  id_subscription_fee: number | null
  /** timestamp */
  startdate: string | null
  /** timestamp */
  stopdate: string | null
  /** varchar(100) */
  product_id: string | null
  /** varchar(100) */
  product_name: string | null
  /** tinyint. 0 first use; 1 billed, waiting for payment; 2 paid; 3 unpaid (card put in status 8) */
  paid_status: number
  /** timestamp */
  last_run: string | null
  /** timestamp */
  next_billing_date: string | null
  /** timestamp */
  limit_pay_date: string | null
}

/** What a new row takes. */
export interface NewCardSubscription {
  /** bigint */
  id?: number | string
  /** bigint */
  id_cc_card?: number | string | null
  /** int */
  id_subscription_fee?: number | string | null
  /** timestamp */
  startdate?: string
  /** timestamp */
  stopdate?: string | null
  /** varchar(100) */
  product_id?: string | null
  /** varchar(100) */
  product_name?: string | null
  /** tinyint. 0 first use; 1 billed, waiting for payment; 2 paid; 3 unpaid (card put in status 8) */
  paid_status?: number | string
  /** timestamp */
  last_run?: string | null
  /** timestamp */
  next_billing_date?: string | null
  /** timestamp */
  limit_pay_date?: string | null
}

/** What of a row can be changed. */
export type CardSubscriptionPatch = Changes<NewCardSubscription, 'id', never>
