// @generated from cc_status_log by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_status_log`. */
export const statusLog: Resource = {
  name: 'statuslog',
  table: 'cc_status_log',
  primaryKey: ['id'],
  label: 'Status changes',
  section: 'customers',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'status', type: int, blank: '0', codes: { '0': 'cancelled', '1': 'active', '2': 'new', '3': 'waiting for mail confirmation', '4': 'reserved', '5': 'expired', '6': 'suspended, underpayment', '7': 'suspended, litigation', '8': 'waiting for subscription payment' } },
    { name: 'id_cc_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'updated_date', label: 'Changed', type: timestamp() },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id', none: ['-1'] },
  },
}
