// @generated from cc_outbound_cid_group by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_outbound_cid_group`. */
export const outboundCidGroup: Resource = {
  name: 'outboundcidgroup',
  table: 'cc_outbound_cid_group',
  primaryKey: ['id'],
  label: 'Outbound caller id groups',
  section: 'trunks',
  display: 'group_name',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'group_name', label: 'Name', type: varchar(70, 'utf8mb3'), blank: '' },
  ],
  relations: {},
  search: ['group_name'],
}
