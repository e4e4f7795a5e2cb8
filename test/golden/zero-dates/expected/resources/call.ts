// @generated from cc_call by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, date, datetime, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_call`. */
export const call: Resource = {
  name: 'call',
  table: 'cc_call',
  primaryKey: ['id'],
  label: 'Calls',
  section: 'calls',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'starttime', label: 'Start', type: timestamp() },
    { name: 'stoptime', label: 'End', type: timestamp(), zeroDate: true },
    { name: 'cover_from', label: 'Covers from', type: date, nullable: true },
    { name: 'seen', type: datetime(3), blank: '0000-00-00 00:00:00', zeroDate: true },
  ],
  relations: {},
}
