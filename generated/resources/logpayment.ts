// @generated from cc_logpayment by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, int, mediumtext, smallint, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_logpayment`. */
export const logpayment: Resource = {
  name: 'logpayment',
  table: 'cc_logpayment',
  primaryKey: ['id'],
  label: 'Payments',
  section: 'money',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'date', type: timestamp() },
    { name: 'payment', label: 'Amount', type: decimal(15, 5), blank: '0' },
    { name: 'card_id', field: 'card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'id_logrefill', label: 'Refill', type: bigint, nullable: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'added_refill', label: 'Refill added', type: smallint, codes: { '0': 'no', '1': 'yes' } },
    { name: 'payment_type', type: tinyint, codes: { '0': 'amount (normal)', '1': 'correction', '2': 'extra fee', '3': 'agent refund / refill by agent' } },
    { name: 'added_commission', label: 'Commission added', type: tinyint, codes: { '0': 'no', '1': 'yes' } },
    { name: 'agent_id', field: 'agent', type: bigint, nullable: true },
  ],
  relations: {
    agent_id: { resource: 'agent', column: 'id' },
    card_id: { resource: 'card', column: 'id' },
    id_logrefill: { resource: 'logrefill', column: 'id' },
  },
}
