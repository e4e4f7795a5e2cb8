// @generated from cc_ticket by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_ticket`, at `/api/ticket/`. */
export interface Ticket {
  /** bigint */
  id: number
  /** smallint */
  id_component: number
  /** varchar(100) */
  title: string
  /** text */
  description: string | null
  /** smallint. 0 none; 1 low; 2 medium; 3 high */
  priority: number
  /** timestamp */
  creationdate: string | null
  /** bigint */
  creator: number
  /** smallint. 0 new; 1 fixed; 2 reopened; 3 closed; 4 invalid */
  status: number
  /** tinyint. 0 customer; 1 agent */
  creator_type: number
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_cust: number
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_agent: number
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_admin: number
}

/** What a new row takes. */
export interface NewTicket {
  /** bigint */
  id?: number | string
  /** smallint */
  id_component?: number | string
  /** varchar(100) */
  title?: string
  /** text */
  description?: string | null
  /** smallint. 0 none; 1 low; 2 medium; 3 high */
  priority?: number | string
  /** timestamp */
  creationdate?: string
  /** bigint */
  creator?: number | string
  /** smallint. 0 new; 1 fixed; 2 reopened; 3 closed; 4 invalid */
  status?: number | string
  /** tinyint. 0 customer; 1 agent */
  creator_type?: number | string
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_cust?: number | string
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_agent?: number | string
  /** tinyint. 0 seen; 1 new, not seen */
  viewed_admin?: number | string
}

/** What of a row can be changed. */
export type TicketPatch = Changes<NewTicket, 'id', never>
