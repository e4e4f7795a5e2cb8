// @generated from cc_remittance_request by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_remittance_request`, at `/api/remittancerequest/`. */
export interface RemittanceRequest {
  /** bigint */
  id: number
  /** bigint */
  id_agent: number
  /** decimal(15,5) */
  amount: string
  /** tinyint. 0 to the agent balance; 1 to the agent bank account */
  type: number
  /** timestamp */
  date: string | null
  /** tinyint. 0 waiting; 1 accepted; 2 refused; 3 cancelled */
  status: number
}

/** What a new row takes. */
export interface NewRemittanceRequest {
  /** bigint */
  id?: number | string
  /** bigint */
  id_agent?: number | string
  /** decimal(15,5) */
  amount?: string
  /** tinyint. 0 to the agent balance; 1 to the agent bank account */
  type?: number | string
  /** timestamp */
  date?: string
  /** tinyint. 0 waiting; 1 accepted; 2 refused; 3 cancelled */
  status?: number | string
}

/** What of a row can be changed. */
export type RemittanceRequestPatch = Changes<NewRemittanceRequest, 'id', 'amount'>
