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
    { name: 'id', type: bigint },
    { name: 'uniqueid', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'entry_time', type: timestamp() },
    { name: 'status', type: varchar(80, 'utf8mb3'), nullable: true, codes: { PENDING: 'to be called by the daemon', PROCESSING: 'being placed', SENT: 'handed to Asterisk', ERROR: 'failed' } },
    { name: 'server_ip', type: varchar(40, 'utf8mb3'), nullable: true },
    { name: 'num_attempt', type: int },
    { name: 'last_attempt_time', type: timestamp(), zeroDate: true },
    { name: 'manager_result', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'agi_result', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'callback_time', type: timestamp(), zeroDate: true },
    { name: 'channel', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'exten', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'context', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'priority', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'application', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'data', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'timeout', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'callerid', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'variable', type: varchar(2000, 'utf8mb3'), nullable: true, secret: true },
    { name: 'account', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'async', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'actionid', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'id_server', type: int, nullable: true },
    { name: 'id_server_group', type: int, nullable: true },
  ],
  relations: {
    account: { resource: 'card', column: 'username', none: [''] },
    id_server: { resource: 'servermanager', column: 'id' },
    id_server_group: { resource: 'servergroup', column: 'id' },
  },
}
