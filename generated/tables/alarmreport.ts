// @generated from cc_alarm_report by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_alarm_report`. Primary key: `id`. */
export interface AlarmReportTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  cc_alarm_id: Bigint

  /** float */
  calculatedvalue: number

  /** timestamp, default CURRENT_TIMESTAMP */
  daterun: Generated<SqlDateTime>
}

export type AlarmReport = Selectable<AlarmReportTable>

export type NewAlarmReport = Insertable<AlarmReportTable>

export type AlarmReportPatch = Updateable<AlarmReportTable>
