// @generated from cc_service_report by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_service_report`, at `/api/servicereport/`. */
export interface ServiceReport {
  /** bigint */
  id: number
  /** bigint */
  cc_service_id: number
  /** timestamp */
  daterun: string | null
  /** int */
  totalcardperform: number | null
  /** float */
  totalcredit: number | null
}

/** What a new row takes. */
export interface NewServiceReport {
  /** bigint */
  id?: number | string
  /** bigint */
  cc_service_id?: number | string
  /** timestamp */
  daterun?: string
  /** int */
  totalcardperform?: number | string | null
  /** float */
  totalcredit?: number | string | null
}

/** What of a row can be changed. */
export type ServiceReportPatch = Changes<NewServiceReport, 'id', 'totalcardperform'>
