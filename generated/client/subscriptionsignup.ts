// @generated from cc_subscription_signup by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_subscription_signup`, at `/api/subscriptionsignup/`. */
export interface SubscriptionSignup {
  /** bigint */
  id: number
  /** varchar(50) */
  label: string
  /** bigint */
  id_subscription: number | null
  /** varchar(500) */
  description: string | null
  /** tinyint. 0 no; 1 yes */
  enable: number
  /** bigint */
  id_callplan: number | null
}

/** What a new row takes. */
export interface NewSubscriptionSignup {
  /** bigint */
  id?: number | string
  /** varchar(50) */
  label?: string
  /** bigint */
  id_subscription?: number | string | null
  /** varchar(500) */
  description?: string | null
  /** tinyint. 0 no; 1 yes */
  enable?: number | string
  /** bigint */
  id_callplan?: number | string | null
}

/** What of a row can be changed. */
export type SubscriptionSignupPatch = Changes<NewSubscriptionSignup, 'id', never>
