// @generated from cc_agent_commission by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_agent_commission`, at `/api/agentcommission/`. */
export interface AgentCommission {
  /** bigint */
  id: number
  /** bigint */
  id_payment: number | null
  /** bigint */
  id_card: number
  /** timestamp */
  date: string | null
  /** decimal(15,5) */
  amount: string
  /** mediumtext */
  description: string | null
  /** int */
  id_agent: number
  /** tinyint. 0 generated commission */
  commission_type: number
  /** decimal(10,4) */
  commission_percent: string
}

/** What a new row takes. */
export interface NewAgentCommission {
  /** bigint */
  id?: number | string
  /** bigint */
  id_payment?: number | string | null
  /** bigint */
  id_card?: number | string
  /** timestamp */
  date?: string
  /** decimal(15,5) */
  amount?: string
  /** mediumtext */
  description?: string | null
  /** int */
  id_agent?: number | string
  /** tinyint. 0 generated commission */
  commission_type?: number | string
  /** decimal(10,4) */
  commission_percent?: string
}

/** What of a row can be changed. */
export type AgentCommissionPatch = Changes<NewAgentCommission, 'id', 'amount' | 'commission_percent'>
