// @generated from cc_logrefill by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_logrefill`, at `/api/logrefill/`. */
export interface Logrefill {
  /** bigint */
  id: number
  /** timestamp */
  date: string | null
  /** decimal(15,5) */
  credit: string
  /** bigint */
  card: number
  /** mediumtext */
  description: string | null
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  refill_type: number
  /** tinyint. 0 no; 1 yes */
  added_invoice: number
  /** bigint */
  agent: number | null
}

/** What a new row takes. */
export interface NewLogrefill {
  /** bigint */
  id?: number | string
  /** timestamp */
  date?: string
  /** decimal(15,5) */
  credit?: string
  /** bigint */
  card?: number | string
  /** mediumtext */
  description?: string | null
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  refill_type?: number | string
  /** tinyint. 0 no; 1 yes */
  added_invoice?: number | string
  /** bigint */
  agent?: number | string | null
}

/** What of a row can be changed. */
export type LogrefillPatch = Changes<NewLogrefill, 'id', 'credit'>
