// @generated from cc_logrefill_agent by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_logrefill_agent`, at `/api/logrefillagent/`. */
export interface LogrefillAgent {
  /** bigint */
  id: number
  /** timestamp */
  date: string | null
  /** decimal(15,5) */
  credit: string
  /** bigint */
  agent_id: number
  /** mediumtext */
  description: string | null
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  refill_type: number
}

/** What a new row takes. */
export interface NewLogrefillAgent {
  /** bigint */
  id?: number | string
  /** timestamp */
  date?: string
  /** decimal(15,5) */
  credit?: string
  /** bigint */
  agent_id?: number | string
  /** mediumtext */
  description?: string | null
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  refill_type?: number | string
}

/** What of a row can be changed. */
export type LogrefillAgentPatch = Changes<NewLogrefillAgent, 'id', 'credit'>
