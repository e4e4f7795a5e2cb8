// @generated from cc_autorefill_report by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_autorefill_report`, at `/api/autorefillreport/`. */
export interface AutorefillReport {
  /** bigint */
  id: number
  /** timestamp */
  daterun: string | null
  /** int */
  totalcardperform: number | null
  /** decimal(15,5) */
  totalcredit: string | null
}

/** What a new row takes. */
export interface NewAutorefillReport {
  /** bigint */
  id?: number | string
  /** timestamp */
  daterun?: string
  /** int */
  totalcardperform?: number | string | null
  /** decimal(15,5) */
  totalcredit?: string | null
}

/** What of a row can be changed. */
export type AutorefillReportPatch = Changes<NewAutorefillReport, 'id', 'totalcardperform' | 'totalcredit'>
