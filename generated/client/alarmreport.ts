// @generated from cc_alarm_report by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_alarm_report`, at `/api/alarmreport/`. */
export interface AlarmReport {
  /** bigint */
  id: number
  /** bigint */
  cc_alarm_id: number
  /** float */
  calculatedvalue: number
  /** timestamp */
  daterun: string | null
}

/** What a new row takes. */
export interface NewAlarmReport {
  /** bigint */
  id?: number | string
  /** bigint */
  cc_alarm_id?: number | string
  /** float */
  calculatedvalue?: number | string
  /** timestamp */
  daterun?: string
}

/** What of a row can be changed. */
export type AlarmReportPatch = Changes<NewAlarmReport, 'id', never>
