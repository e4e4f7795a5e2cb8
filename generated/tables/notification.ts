// @generated from cc_notification by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_notification`. Primary key: `id`. */
export interface NotificationTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(255) */
  key_value: string | null

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** tinyint, default 0 */
  priority: Generated<number>

  /** tinyint */
  from_type: number

  /** bigint, default 0 */
  from_id: Generated<Bigint | null>

  /** bigint */
  link_id: Bigint | null

  /** varchar(20) */
  link_type: string | null
}

export type Notification = Selectable<NotificationTable>

export type NewNotification = Insertable<NotificationTable>

export type NotificationPatch = Updateable<NotificationTable>
