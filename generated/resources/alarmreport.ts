// @generated from cc_alarm_report by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, float, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_alarm_report`. */
export const alarmReport: Resource = {
  name: 'alarmreport',
  table: 'cc_alarm_report',
  primaryKey: ['id'],
  label: 'Alarm reports',
  section: 'system',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'cc_alarm_id', label: 'Alarm', type: bigint, blank: '0' },
    { name: 'calculatedvalue', label: 'Value found', type: float, blank: '0' },
    { name: 'daterun', label: 'Run on', type: timestamp() },
  ],
  relations: {
    cc_alarm_id: { resource: 'alarm', column: 'id' },
  },
}
