// @generated from cc_notification_admin by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Bigint, Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_notification_admin`. Primary key: `id_notification`, `id_admin`. */
export interface NotificationAdminTable {
  /** bigint */
  id_notification: Bigint

  /** int */
  id_admin: number

  /** tinyint, default 0 */
  viewed: Generated<number>
}

export type NotificationAdmin = Selectable<NotificationAdminTable>

export type NewNotificationAdmin = Insertable<NotificationAdminTable>

export type NotificationAdminPatch = Updateable<NotificationAdminTable>
