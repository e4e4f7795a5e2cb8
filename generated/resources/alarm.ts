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
    { name: 'id', type: bigint },
    { name: 'name', type: text('utf8mb3'), blank: '' },
    { name: 'periode', type: int, codes: { '1': 'hourly', '2': 'daily', '3': 'weekly', '4': 'monthly' } },
    { name: 'type', type: int, codes: { '1': 'average length of call', '2': 'answer seizure ratio', '3': 'consecutive incomplete calls' } },
    { name: 'maxvalue', type: float, blank: '0' },
    { name: 'minvalue', type: float },
    { name: 'id_trunk', type: int, nullable: true },
    { name: 'status', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'numberofrun', type: int },
    { name: 'numberofalarm', type: int },
    { name: 'datecreate', type: timestamp() },
    { name: 'datelastrun', type: timestamp(), zeroDate: true },
    { name: 'emailreport', type: varchar(50, 'utf8mb3'), nullable: true },
  ],
  relations: {
    id_trunk: { resource: 'trunk', column: 'id_trunk', none: ['0', '-1'] },
  },
}
