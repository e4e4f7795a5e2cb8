// @generated from cc_logrefill by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, mediumtext, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_logrefill`. */
export const logrefill: Resource = {
  name: 'logrefill',
  table: 'cc_logrefill',
  primaryKey: ['id'],
  label: 'Refills',
  section: 'money',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'date', type: timestamp() },
    { name: 'credit', label: 'Amount', type: decimal(15, 5), blank: '0' },
    { name: 'card_id', field: 'card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'refill_type', label: 'Type of refill', type: tinyint, codes: { '0': 'amount (normal)', '1': 'correction', '2': 'extra fee', '3': 'agent refund / refill by agent' } },
    { name: 'added_invoice', label: 'Invoice added', type: tinyint, codes: { '0': 'no', '1': 'yes' } },
    { name: 'agent_id', field: 'agent', type: bigint, nullable: true },
  ],
  relations: {
    agent_id: { resource: 'agent', column: 'id' },
    card_id: { resource: 'card', column: 'id' },
  },
}
