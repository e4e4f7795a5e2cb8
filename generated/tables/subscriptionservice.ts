// @generated from cc_subscription_service by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_subscription_service`. Primary key: `id`. */
export interface SubscriptionServiceTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(200) */
  label: string

  /** float, default 0 */
  fee: Generated<number>

  /** int, default 0 */
  status: Generated<number>

  /** int, default 0 */
  numberofrun: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  datecreate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  datelastrun: Generated<SqlDateTime>

  /** varchar(100) */
  emailreport: string

  /** float, default 0 */
  totalcredit: Generated<number>

  /** int, default 0 */
  totalcardperform: Generated<number>

  /** timestamp, default 0000-00-00 00:00:00 */
  startdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  stopdate: Generated<SqlDateTime>
}

export type SubscriptionService = Selectable<SubscriptionServiceTable>

export type NewSubscriptionService = Insertable<SubscriptionServiceTable>

export type SubscriptionServicePatch = Updateable<SubscriptionServiceTable>
