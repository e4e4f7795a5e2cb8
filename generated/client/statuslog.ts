// @generated from cc_status_log by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_status_log`, at `/api/statuslog/`. */
export interface StatusLog {
  /** bigint */
  id: number
  /** int. 0 cancelled; 1 active; 2 new; 3 waiting for mail confirmation; 4 reserved; 5 expired; 6 suspended, underpayment; 7 suspended, litigation; 8 waiting for subscription payment */
  status: number
  /** bigint */
  id_cc_card: number
  /** timestamp */
  updated_date: string | null
}

/** What a new row takes. */
export interface NewStatusLog {
  /** bigint */
  id?: number | string
  /** int. 0 cancelled; 1 active; 2 new; 3 waiting for mail confirmation; 4 reserved; 5 expired; 6 suspended, underpayment; 7 suspended, litigation; 8 waiting for subscription payment */
  status?: number | string
  /** bigint */
  id_cc_card?: number | string
  /** timestamp */
  updated_date?: string
}

/** What of a row can be changed. */
export type StatusLogPatch = Changes<NewStatusLog, 'id', never>
