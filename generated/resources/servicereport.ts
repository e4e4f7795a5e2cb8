// @generated from cc_service_report by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, float, int, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_service_report`. */
export const serviceReport: Resource = {
  name: 'servicereport',
  table: 'cc_service_report',
  primaryKey: ['id'],
  label: 'Service runs',
  section: 'services',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'cc_service_id', label: 'Service', type: bigint, blank: '0' },
    { name: 'daterun', label: 'Run on', type: timestamp() },
    { name: 'totalcardperform', label: 'Customers served', type: int, nullable: true },
    { name: 'totalcredit', label: 'Sum', type: float, nullable: true },
  ],
  relations: {
    cc_service_id: { resource: 'service', column: 'id' },
  },
}
