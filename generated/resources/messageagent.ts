// @generated from cc_message_agent by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, longtext, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_message_agent`. */
export const messageAgent: Resource = {
  name: 'messageagent',
  table: 'cc_message_agent',
  primaryKey: ['id'],
  label: 'Messages to agents',
  section: 'agents',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_agent', type: int, blank: '0' },
    { name: 'message', type: longtext('utf8mb3'), nullable: true },
    { name: 'type', type: tinyint, codes: { '0': 'info', '1': 'success', '2': 'warning', '3': 'error' } },
    { name: 'logo', type: tinyint, codes: { '0': 'no', '1': 'yes' } },
    { name: 'order_display', label: 'Place in the order', type: int, blank: '0' },
  ],
  relations: {
    id_agent: { resource: 'agent', column: 'id' },
  },
}
