// @generated from cc_callback_spool by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_callback_spool`. */
export const callbackSpool: Resource = {
  name: 'callbackspool',
  table: 'cc_callback_spool',
  primaryKey: ['id'],
  label: 'Callback queue',
  section: 'calls',
  display: 'uniqueid',
  readOnly: 'A row here places telephone calls.',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'uniqueid', label: 'Unique id', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'entry_time', label: 'Entered', type: timestamp() },
    { name: 'status', type: varchar(80, 'utf8mb3'), nullable: true, codes: { PENDING: 'to be called by the daemon', PROCESSING: 'being placed', SENT: 'handed to Asterisk', ERROR: 'failed' } },
    { name: 'server_ip', label: 'Server address', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'num_attempt', label: 'Attempts', type: int },
    { name: 'last_attempt_time', label: 'Last attempt', type: timestamp(), zeroDate: true },
    { name: 'manager_result', label: 'Result of the manager', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'agi_result', label: 'AGI result', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'callback_time', label: 'Call back at', type: timestamp(), zeroDate: true },
    { name: 'channel', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'exten', label: 'Extension', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'context', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'priority', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'application', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'data', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'timeout', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'callerid', label: 'Caller id', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'variable', type: varchar(2000, 'utf8mb3'), nullable: true, secret: true },
    { name: 'account', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'async', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'actionid', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'id_server', type: int, nullable: true },
    { name: 'id_server_group', label: 'Server group', type: int, nullable: true },
  ],
  relations: {
    account: { resource: 'card', column: 'username', none: [''] },
    id_server: { resource: 'servermanager', column: 'id' },
    id_server_group: { resource: 'servergroup', column: 'id' },
  },
}
