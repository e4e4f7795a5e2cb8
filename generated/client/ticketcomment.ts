// @generated from cc_ticket_comment by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_ticket_comment`, at `/api/ticketcomment/`. */
export interface TicketComment {
  /** bigint */
  id: number
  /** timestamp */
  date: string | null
  /** bigint */
  id_ticket: number
  /** text */
  description: string | null
  /** bigint */
  creator: number
  /** tinyint. 0 customer; 1 administrator; 2 agent */
  creator_type: number
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_cust: number
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_agent: number
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_admin: number
}

/** What a new row takes. */
export interface NewTicketComment {
  /** bigint */
  id?: number | string
  /** timestamp */
  date?: string
  /** bigint */
  id_ticket?: number | string
  /** text */
  description?: string | null
  /** bigint */
  creator?: number | string
  /** tinyint. 0 customer; 1 administrator; 2 agent */
  creator_type?: number | string
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_cust?: number | string
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_agent?: number | string
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_admin?: number | string
}

/** What of a row can be changed. */
export type TicketCommentPatch = Changes<NewTicketComment, 'id', never>
