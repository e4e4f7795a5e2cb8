// @generated from cc_logpayment_agent by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_logpayment_agent`, at `/api/logpaymentagent/`. */
export interface LogpaymentAgent {
  /** bigint */
  id: number
  /** timestamp */
  date: string | null
  /** decimal(15,5) */
  payment: string
  /** bigint */
  agent_id: number
  /** bigint */
  id_logrefill: number | null
  /** mediumtext */
  description: string | null
  /** tinyint. 0 no; 1 yes */
  added_refill: number
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  payment_type: number
}

/** What a new row takes. */
export interface NewLogpaymentAgent {
  /** bigint */
  id?: number | string
  /** timestamp */
  date?: string
  /** decimal(15,5) */
  payment?: string
  /** bigint */
  agent_id?: number | string
  /** bigint */
  id_logrefill?: number | string | null
  /** mediumtext */
  description?: string | null
  /** tinyint. 0 no; 1 yes */
  added_refill?: number | string
  /** tinyint. 0 amount (normal); 1 correction; 2 extra fee; 3 agent refund / refill by agent */
  payment_type?: number | string
}

/** What of a row can be changed. */
export type LogpaymentAgentPatch = Changes<NewLogpaymentAgent, 'id', 'payment'>
