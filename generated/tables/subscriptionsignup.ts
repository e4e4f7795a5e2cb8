// @generated from cc_subscription_signup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_subscription_signup`. Primary key: `id`. */
export interface SubscriptionSignupTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(50) */
  label: string

  /** bigint */
  id_subscription: Bigint | null

  /** varchar(500) */
  description: string | null

  /** tinyint, default 1 */
  enable: Generated<number>

  /** bigint */
  id_callplan: Bigint | null
}

export type SubscriptionSignup = Selectable<SubscriptionSignupTable>

export type NewSubscriptionSignup = Insertable<SubscriptionSignupTable>

export type SubscriptionSignupPatch = Updateable<SubscriptionSignupTable>
