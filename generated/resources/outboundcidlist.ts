// @generated from cc_outbound_cid_list by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_outbound_cid_list`. */
export const outboundCidList: Resource = {
  name: 'outboundcidlist',
  table: 'cc_outbound_cid_list',
  primaryKey: ['id'],
  label: 'Outbound caller ids',
  section: 'trunks',
  display: 'cid',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'outbound_cid_group', label: 'Outbound caller id group', type: int, blank: '0' },
    { name: 'cid', label: 'Caller id', type: char(100, 'utf8mb3'), nullable: true },
    { name: 'activated', type: int, codes: { '0': 'no', '1': 'yes' } },
    { name: 'creationdate', label: 'Created', type: timestamp() },
  ],
  relations: {
    outbound_cid_group: { resource: 'outboundcidgroup', column: 'id' },
  },
}
