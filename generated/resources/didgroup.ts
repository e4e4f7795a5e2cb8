// @generated from cc_didgroup by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_didgroup`. */
export const didgroup: Resource = {
  name: 'didgroup',
  table: 'cc_didgroup',
  primaryKey: ['id'],
  label: 'DID groups',
  section: 'dids',
  display: 'didgroupname',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'didgroupname', label: 'Name', type: char(50, 'utf8mb3'), blank: '' },
    { name: 'creationdate', label: 'Created', type: timestamp() },
  ],
  relations: {},
  search: ['didgroupname'],
}
