// @generated from cc_logrefill_agent by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, mediumtext, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_logrefill_agent`. */
export const logrefillAgent: Resource = {
  name: 'logrefillagent',
  table: 'cc_logrefill_agent',
  primaryKey: ['id'],
  label: 'Agent refills',
  section: 'agents',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'date', type: timestamp() },
    { name: 'credit', label: 'Amount', type: decimal(15, 5), blank: '0' },
    { name: 'agent_id', type: bigint, blank: '0' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'refill_type', label: 'Type of refill', type: tinyint, codes: { '0': 'amount (normal)', '1': 'correction', '2': 'extra fee', '3': 'agent refund / refill by agent' } },
  ],
  relations: {
    agent_id: { resource: 'agent', column: 'id' },
  },
}
