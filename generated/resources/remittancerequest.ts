// @generated from cc_remittance_request by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_remittance_request`. */
export const remittanceRequest: Resource = {
  name: 'remittancerequest',
  table: 'cc_remittance_request',
  primaryKey: ['id'],
  label: 'Remittance requests',
  section: 'agents',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_agent', type: bigint, blank: '0' },
    { name: 'amount', type: decimal(15, 5), blank: '0' },
    { name: 'type', type: tinyint, blank: '0', codes: { '0': 'to the agent balance', '1': 'to the agent bank account' } },
    { name: 'date', type: timestamp() },
    { name: 'status', type: tinyint, codes: { '0': 'waiting', '1': 'accepted', '2': 'refused', '3': 'cancelled' } },
  ],
  relations: {
    id_agent: { resource: 'agent', column: 'id' },
  },
}
