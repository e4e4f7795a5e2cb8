// @generated from cc_epayment_log_agent by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_epayment_log_agent`, at `/api/epaymentlogagent/`. */
export interface EpaymentLogAgent {
  /** bigint */
  id: number
  /** bigint */
  agent_id: number
  /** varchar(50) */
  amount: string
  /** float */
  vat: number
  /** char(50) */
  paymentmethod: string
  /** varchar(64) */
  cc_owner: string | null
  /** varchar(32). Secret: only for holders of secrets:read */
  cc_number?: string | null
  /** varchar(7). Secret: only for holders of secrets:read */
  cc_expires?: string | null
  /** timestamp */
  creationdate: string | null
  /** int. 0 new; 1 processed; 2 in process */
  status: number
  /** varchar(4). Secret: only for holders of secrets:read */
  cvv?: string | null
  /** varchar(20) */
  credit_card_type: string | null
  /** varchar(4) */
  currency: string | null
  /** longtext. Secret: only for holders of secrets:read */
  transaction_detail?: string | null
}

/** What a new row takes. */
export interface NewEpaymentLogAgent {
  /** bigint */
  id?: number | string
  /** bigint */
  agent_id?: number | string
  /** varchar(50) */
  amount?: string
  /** float */
  vat?: number | string
  /** char(50) */
  paymentmethod?: string
  /** varchar(64) */
  cc_owner?: string | null
  /** varchar(32). Secret: only for holders of secrets:read */
  cc_number?: string | null
  /** varchar(7). Secret: only for holders of secrets:read */
  cc_expires?: string | null
  /** timestamp */
  creationdate?: string
  /** int. 0 new; 1 processed; 2 in process */
  status?: number | string
  /** varchar(4). Secret: only for holders of secrets:read */
  cvv?: string | null
  /** varchar(20) */
  credit_card_type?: string | null
  /** varchar(4) */
  currency?: string | null
  /** longtext. Secret: only for holders of secrets:read */
  transaction_detail?: string | null
}

/** What of a row can be changed. */
export type EpaymentLogAgentPatch = Changes<NewEpaymentLogAgent, 'id', never>
