// @generated from cc_notification_admin by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_notification_admin`, at `/api/notificationadmin/`. */
export interface NotificationAdmin {
  /** bigint */
  id_notification: number
  /** int */
  id_admin: number
  /** tinyint. 0 not seen; 1 seen */
  viewed: number
}

/** What a new row takes. */
export interface NewNotificationAdmin {
  /** bigint */
  id_notification: number | string
  /** int */
  id_admin: number | string
  /** tinyint. 0 not seen; 1 seen */
  viewed?: number | string
}

/** What of a row can be changed. */
export type NotificationAdminPatch = Changes<NewNotificationAdmin, 'id_notification' | 'id_admin', never>
