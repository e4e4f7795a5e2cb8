// @generated from cc_payments_agent by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_payments_agent`, at `/api/paymentsagent/`. */
export interface PaymentsAgent {
  /** bigint */
  id: number
  /** bigint */
  agent_id: number
  /** varchar(200) */
  agent_name: string
  /** varchar(96) */
  agent_email_address: string
  /** varchar(127) */
  item_name: string | null
  /** varchar(127) */
  item_id: string | null
  /** int */
  item_quantity: number
  /** varchar(32) */
  payment_method: string
  /** varchar(20) */
  cc_type: string | null
  /** varchar(64) */
  cc_owner: string | null
  /** varchar(32). Secret: only for holders of secrets:read */
  cc_number?: string | null
  /** varchar(4). Secret: only for holders of secrets:read */
  cc_expires?: string | null
  /** int. 0 pending; 1 in progress; 2 completed; 3 processed; 4 refunded; 5 unknown; -2 failed; -1 denied */
  orders_status: number
  /** decimal(14,6) */
  orders_amount: string | null
  /** datetime */
  last_modified: string | null
  /** datetime */
  date_purchased: string | null
  /** datetime */
  orders_date_finished: string | null
  /** char(3) */
  currency: string | null
  /** decimal(14,6) */
  currency_value: string | null
}

/** What a new row takes. */
export interface NewPaymentsAgent {
  /** bigint */
  id?: number | string
  /** bigint */
  agent_id?: number | string
  /** varchar(200) */
  agent_name?: string
  /** varchar(96) */
  agent_email_address?: string
  /** varchar(127) */
  item_name?: string | null
  /** varchar(127) */
  item_id?: string | null
  /** int */
  item_quantity?: number | string
  /** varchar(32) */
  payment_method?: string
  /** varchar(20) */
  cc_type?: string | null
  /** varchar(64) */
  cc_owner?: string | null
  /** varchar(32). Secret: only for holders of secrets:read */
  cc_number?: string | null
  /** varchar(4). Secret: only for holders of secrets:read */
  cc_expires?: string | null
  /** int. 0 pending; 1 in progress; 2 completed; 3 processed; 4 refunded; 5 unknown; -2 failed; -1 denied */
  orders_status?: number | string
  /** decimal(14,6) */
  orders_amount?: string | null
  /** datetime */
  last_modified?: string | null
  /** datetime */
  date_purchased?: string | null
  /** datetime */
  orders_date_finished?: string | null
  /** char(3) */
  currency?: string | null
  /** decimal(14,6) */
  currency_value?: string | null
}

/** What of a row can be changed. */
export type PaymentsAgentPatch = Changes<NewPaymentsAgent, 'id', 'item_quantity' | 'orders_amount' | 'currency_value'>
