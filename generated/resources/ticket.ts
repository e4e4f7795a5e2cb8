// @generated from cc_ticket by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, smallint, text, timestamp, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_ticket`. */
export const ticket: Resource = {
  name: 'ticket',
  table: 'cc_ticket',
  primaryKey: ['id'],
  columns: [
    { name: 'id', type: bigint },
    { name: 'id_component', type: smallint, blank: '0' },
    { name: 'title', type: varchar(100, 'utf8mb3'), blank: '' },
    { name: 'description', type: text('utf8mb3'), nullable: true },
    { name: 'priority', type: smallint },
    { name: 'creationdate', type: timestamp() },
    { name: 'creator', type: bigint, blank: '0' },
    { name: 'status', type: smallint },
    { name: 'creator_type', type: tinyint },
    { name: 'viewed_cust', type: tinyint },
    { name: 'viewed_agent', type: tinyint },
    { name: 'viewed_admin', type: tinyint },
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
