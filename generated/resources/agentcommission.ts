// @generated from cc_agent_commission by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, int, mediumtext, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_agent_commission`. */
export const agentCommission: Resource = {
  name: 'agentcommission',
  table: 'cc_agent_commission',
  primaryKey: ['id'],
  label: 'Commissions',
  section: 'agents',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_payment', label: 'Payment', type: bigint, nullable: true },
    { name: 'id_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'date', type: timestamp() },
    { name: 'amount', type: decimal(15, 5), blank: '0' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'id_agent', type: int, blank: '0' },
    { name: 'commission_type', type: tinyint, blank: '0', codes: { '0': 'generated commission' } },
    { name: 'commission_percent', label: 'Commission, %', type: decimal(10, 4), blank: '0' },
  ],
  relations: {
    id_agent: { resource: 'agent', column: 'id' },
    id_card: { resource: 'card', column: 'id' },
    id_payment: { resource: 'logpayment', column: 'id', none: ['-1'] },
  },
}
