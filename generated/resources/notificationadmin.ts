// @generated from cc_notification_admin by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_notification_admin`. */
export const notificationAdmin: Resource = {
  name: 'notificationadmin',
  table: 'cc_notification_admin',
  primaryKey: ['id_notification', 'id_admin'],
  label: 'Notifications read',
  section: 'system',
  display: 'id_notification',
  columns: [
    { name: 'id_notification', type: bigint, required: true },
    { name: 'id_admin', label: 'Administrator', type: int, required: true },
    { name: 'viewed', label: 'Seen', type: tinyint, codes: { '0': 'not seen', '1': 'seen' } },
  ],
  relations: {
    id_admin: { resource: 'uiauthen', column: 'userid' },
    id_notification: { resource: 'notification', column: 'id' },
  },
}
