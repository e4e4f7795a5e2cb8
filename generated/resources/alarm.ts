// @generated from cc_alarm by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, float, int, text, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_alarm`. */
export const alarm: Resource = {
  name: 'alarm',
  table: 'cc_alarm',
  primaryKey: ['id'],
  label: 'Alarms',
  section: 'system',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'name', type: text('utf8mb3'), blank: '' },
    { name: 'periode', label: 'Period', type: int, codes: { '1': 'hourly', '2': 'daily', '3': 'weekly', '4': 'monthly' } },
    { name: 'type', type: int, codes: { '1': 'average length of call', '2': 'answer seizure ratio', '3': 'consecutive incomplete calls' } },
    { name: 'maxvalue', label: 'Highest value', type: float, blank: '0' },
    { name: 'minvalue', label: 'Lowest value', type: float },
    { name: 'id_trunk', type: int, nullable: true },
    { name: 'status', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'numberofrun', label: 'Runs', type: int },
    { name: 'numberofalarm', label: 'Alarms raised', type: int },
    { name: 'datecreate', label: 'Created', type: timestamp() },
    { name: 'datelastrun', label: 'Last run', type: timestamp(), zeroDate: true },
    { name: 'emailreport', label: 'E-mail for reports', type: varchar(50, 'utf8mb3'), nullable: true },
  ],
  relations: {
    id_trunk: { resource: 'trunk', column: 'id_trunk', none: ['0', '-1'] },
  },
}
