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
    { name: 'id', type: bigint },
    { name: 'id_group', type: int, nullable: true },
    { name: 'server_ip', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'manager_host', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'manager_username', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'manager_secret', type: varchar(50, 'utf8mb3'), nullable: true, secret: true },
    { name: 'lasttime_used', type: timestamp() },
  ],
  relations: {
    id_group: { resource: 'servergroup', column: 'id' },
  },
}
