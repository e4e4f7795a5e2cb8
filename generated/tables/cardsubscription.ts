// @generated from cc_card_subscription by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card_subscription`. Primary key: `id`. */
export interface CardSubscriptionTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_cc_card: Bigint | null

  /** int */
  id_subscription_fee: number | null

  /** timestamp, default CURRENT_TIMESTAMP */
  startdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  stopdate: Generated<SqlDateTime>

  /** varchar(100) */
  product_id: string | null

  /** varchar(100) */
  product_name: string | null

  /** tinyint, default 0 */
  paid_status: Generated<number>

  /** timestamp, default 0000-00-00 00:00:00 */
  last_run: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  next_billing_date: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  limit_pay_date: Generated<SqlDateTime>
}

export type CardSubscription = Selectable<CardSubscriptionTable>

export type NewCardSubscription = Insertable<CardSubscriptionTable>

export type CardSubscriptionPatch = Updateable<CardSubscriptionTable>
