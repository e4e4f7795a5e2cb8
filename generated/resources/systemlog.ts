// @generated from cc_system_log by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { blob, int, mediumtext, text, timestamp, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_system_log`. */
export const systemLog: Resource = {
  name: 'systemlog',
  table: 'cc_system_log',
  primaryKey: ['id'],
  label: 'A2Billing log',
  section: 'system',
  display: 'action',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'iduser', label: 'User', type: int },
    { name: 'loglevel', label: 'Log level', type: int, codes: { '1': 'log in/out', '2': 'add, import, export', '3': 'update, delete' } },
    { name: 'action', type: text('utf8mb3'), blank: '' },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'data', type: blob, nullable: true, secret: true },
    { name: 'tablename', label: 'Table', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'pagename', label: 'Page', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'ipaddress', label: 'IP address', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'agent', type: tinyint, nullable: true, codes: { '0': 'iduser is an administrator', '1': 'iduser is an agent' } },
  ],
  relations: {},
  conditionalRelations: [
    { from: 'iduser', resource: 'uiauthen', column: 'userid', none: ['0'], when: { column: 'agent', equals: '0' } },
    { from: 'iduser', resource: 'agent', column: 'id', none: ['0'], when: { column: 'agent', equals: '1' } },
  ],
}
