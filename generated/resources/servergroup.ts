// @generated from cc_server_group by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, mediumtext, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_server_group`. */
export const serverGroup: Resource = {
  name: 'servergroup',
  table: 'cc_server_group',
  primaryKey: ['id'],
  label: 'Server groups',
  section: 'trunks',
  display: 'name',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'name', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
  ],
  relations: {},
  search: ['name'],
}
