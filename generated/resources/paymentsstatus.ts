// @generated from cc_payments_status by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_payments_status`. */
export const paymentsStatus: Resource = {
  name: 'paymentsstatus',
  table: 'cc_payments_status',
  primaryKey: ['id'],
  label: 'Electronic payment states',
  section: 'money',
  display: 'status_name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'status_id', type: int, blank: '0', codes: { '0': 'pending', '1': 'in progress', '2': 'completed', '3': 'processed', '4': 'refunded', '5': 'unknown', '-2': 'failed', '-1': 'denied' } },
    { name: 'status_name', label: 'Name', type: varchar(200, 'utf8mb3'), blank: '' },
  ],
  relations: {},
}
