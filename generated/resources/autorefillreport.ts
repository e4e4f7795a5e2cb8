// @generated from cc_autorefill_report by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, int, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_autorefill_report`. */
export const autorefillReport: Resource = {
  name: 'autorefillreport',
  table: 'cc_autorefill_report',
  primaryKey: ['id'],
  label: 'Automatic refills',
  section: 'money',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'daterun', label: 'Run on', type: timestamp() },
    { name: 'totalcardperform', label: 'Customers served', type: int, nullable: true },
    { name: 'totalcredit', label: 'Sum', type: decimal(15, 5), nullable: true },
  ],
  relations: {},
}
