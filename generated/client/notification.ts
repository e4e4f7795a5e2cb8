// @generated from cc_notification by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_notification`, at `/api/notification/`. */
export interface Notification {
  /** bigint */
  id: number
  /** varchar(255) */
  key_value: string | null
  /** timestamp */
  date: string | null
  /** tinyint. 0 low; 1 medium; 2 high */
  priority: number
  /** tinyint. 0 administrator; 1 agent; 2 customer; 3 batch; 4 SOAP server; -1 unknown */
  from_type: number
  /** bigint */
  from_id: number | null
  /** bigint */
  link_id: number | null
  /** varchar(20). none none; ticket_cust customer ticket; ticket_agent agent ticket; remittance remittance request; did_destination DID destination; card card */
  link_type: string | null
}

/** What a new row takes. */
export interface NewNotification {
  /** bigint */
  id?: number | string
  /** varchar(255) */
  key_value?: string | null
  /** timestamp */
  date?: string
  /** tinyint. 0 low; 1 medium; 2 high */
  priority?: number | string
  /** tinyint. 0 administrator; 1 agent; 2 customer; 3 batch; 4 SOAP server; -1 unknown */
  from_type?: number | string
  /** bigint */
  from_id?: number | string | null
  /** bigint */
  link_id?: number | string | null
  /** varchar(20). none none; ticket_cust customer ticket; ticket_agent agent ticket; remittance remittance request; did_destination DID destination; card card */
  link_type?: string | null
}

/** What of a row can be changed. */
export type NotificationPatch = Changes<NewNotification, 'id', never>
