// @generated from cc_ticket_comment by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, text, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_ticket_comment`. */
export const ticketComment: Resource = {
  name: 'ticketcomment',
  table: 'cc_ticket_comment',
  primaryKey: ['id'],
  label: 'Ticket comments',
  section: 'support',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'date', type: timestamp() },
    { name: 'id_ticket', type: bigint, blank: '0' },
    { name: 'description', type: text('utf8mb3'), nullable: true },
    { name: 'creator', type: bigint, blank: '0' },
    { name: 'creator_type', label: 'Type of creator', type: tinyint, codes: { '0': 'customer', '1': 'administrator', '2': 'agent' } },
    { name: 'viewed_cust', label: 'Seen by the customer', type: tinyint, codes: { '0': 'seen', '1': 'new, not seen' } },
    { name: 'viewed_agent', label: 'Seen by the agent', type: tinyint, codes: { '0': 'seen', '1': 'new, not seen' } },
    { name: 'viewed_admin', label: 'Seen by the administrator', type: tinyint, codes: { '0': 'seen', '1': 'new, not seen' } },
  ],
  relations: {
    id_ticket: { resource: 'ticket', column: 'id' },
  },
  conditionalRelations: [
    { from: 'creator', resource: 'card', column: 'id', when: { column: 'creator_type', equals: '0' } },
    { from: 'creator', resource: 'uiauthen', column: 'userid', when: { column: 'creator_type', equals: '1' } },
    { from: 'creator', resource: 'agent', column: 'id', when: { column: 'creator_type', equals: '2' } },
  ],
}
