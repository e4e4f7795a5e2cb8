// @generated from cc_server_manager by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_server_manager`. */
export const serverManager: Resource = {
  name: 'servermanager',
  table: 'cc_server_manager',
  primaryKey: ['id'],
  label: 'Servers',
  section: 'trunks',
  display: 'server_ip',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_group', label: 'Group', type: int, nullable: true },
    { name: 'server_ip', label: 'Server address', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'manager_host', label: 'Manager host', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'manager_username', label: 'Manager user', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'manager_secret', label: 'Manager secret', type: varchar(50, 'utf8mb3'), nullable: true, secret: true },
    { name: 'lasttime_used', label: 'Last used', type: timestamp() },
  ],
  relations: {
    id_group: { resource: 'servergroup', column: 'id' },
  },
}
