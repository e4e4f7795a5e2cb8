// @generated from cc_logpayment_agent by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, mediumtext, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_logpayment_agent`. */
export const logpaymentAgent: Resource = {
  name: 'logpaymentagent',
  table: 'cc_logpayment_agent',
  primaryKey: ['id'],
  label: 'Agent payments',
  section: 'agents',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'date', type: timestamp() },
    { name: 'payment', label: 'Amount', type: decimal(15, 5), blank: '0' },
    { name: 'agent_id', type: bigint, blank: '0' },
    { name: 'id_logrefill', label: 'Refill', type: bigint, nullable: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'added_refill', label: 'Refill added', type: tinyint, codes: { '0': 'no', '1': 'yes' } },
    { name: 'payment_type', type: tinyint, codes: { '0': 'amount (normal)', '1': 'correction', '2': 'extra fee', '3': 'agent refund / refill by agent' } },
  ],
  relations: {
    agent_id: { resource: 'agent', column: 'id' },
    id_logrefill: { resource: 'logrefillagent', column: 'id' },
  },
}
