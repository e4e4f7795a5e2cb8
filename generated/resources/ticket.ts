// @generated from cc_ticket by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, smallint, text, timestamp, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_ticket`. */
export const ticket: Resource = {
  name: 'ticket',
  table: 'cc_ticket',
  primaryKey: ['id'],
  label: 'Tickets',
  section: 'support',
  display: 'title',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_component', label: 'Component', type: smallint, blank: '0' },
    { name: 'title', type: varchar(100, 'utf8mb3'), blank: '' },
    { name: 'description', type: text('utf8mb3'), nullable: true },
    { name: 'priority', type: smallint, codes: { '0': 'none', '1': 'low', '2': 'medium', '3': 'high' } },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'creator', type: bigint, blank: '0' },
    { name: 'status', type: smallint, codes: { '0': 'new', '1': 'fixed', '2': 'reopened', '3': 'closed', '4': 'invalid' } },
    { name: 'creator_type', label: 'Type of creator', type: tinyint, codes: { '0': 'customer', '1': 'agent' } },
    { name: 'viewed_cust', label: 'Seen by the customer', type: tinyint, codes: { '0': 'seen', '1': 'new, not seen' } },
    { name: 'viewed_agent', label: 'Seen by the agent', type: tinyint, codes: { '0': 'seen', '1': 'new, not seen' } },
    { name: 'viewed_admin', label: 'Seen by the administrator', type: tinyint, codes: { '0': 'seen', '1': 'new, not seen' } },
  ],
  relations: {
    id_component: { resource: 'supportcomponent', column: 'id' },
  },
  conditionalRelations: [
    { from: 'creator', resource: 'card', column: 'id', when: { column: 'creator_type', equals: '0' } },
    { from: 'creator', resource: 'agent', column: 'id', when: { column: 'creator_type', equals: '1' } },
  ],
  search: ['title'],
}
