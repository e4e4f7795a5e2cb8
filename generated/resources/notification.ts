// @generated from cc_notification by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, timestamp, tinyint, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_notification`. */
export const notification: Resource = {
  name: 'notification',
  table: 'cc_notification',
  primaryKey: ['id'],
  label: 'Customer notifications',
  section: 'customers',
  display: 'key_value',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'key_value', label: 'Key', type: varchar(255, 'utf8mb3'), nullable: true },
    { name: 'date', type: timestamp() },
    { name: 'priority', type: tinyint, codes: { '0': 'low', '1': 'medium', '2': 'high' } },
    { name: 'from_type', label: 'Type of sender', type: tinyint, blank: '0', codes: { '0': 'administrator', '1': 'agent', '2': 'customer', '3': 'batch', '4': 'SOAP server', '-1': 'unknown' } },
    { name: 'from_id', label: 'Sender', type: bigint, nullable: true },
    { name: 'link_id', label: 'Linked number', type: bigint, nullable: true },
    { name: 'link_type', label: 'Type of link', type: varchar(20, 'utf8mb3'), nullable: true, codes: { none: 'none', ticket_cust: 'customer ticket', ticket_agent: 'agent ticket', remittance: 'remittance request', did_destination: 'DID destination', card: 'card' } },
  ],
  relations: {},
  conditionalRelations: [
    { from: 'from_id', resource: 'uiauthen', column: 'userid', none: ['0', '-1'], when: { column: 'from_type', equals: '0' } },
    { from: 'from_id', resource: 'agent', column: 'id', none: ['0', '-1'], when: { column: 'from_type', equals: '1' } },
    { from: 'from_id', resource: 'card', column: 'id', none: ['0', '-1'], when: { column: 'from_type', equals: '2' } },
    { from: 'link_id', resource: 'card', column: 'id', when: { column: 'link_type', equals: 'card' } },
    { from: 'link_id', resource: 'diddestination', column: 'id', when: { column: 'link_type', equals: 'did_destination' } },
    { from: 'link_id', resource: 'remittancerequest', column: 'id', when: { column: 'link_type', equals: 'remittance' } },
    { from: 'link_id', resource: 'ticket', column: 'id', when: { column: 'link_type', equals: 'ticket_agent' } },
    { from: 'link_id', resource: 'ticket', column: 'id', when: { column: 'link_type', equals: 'ticket_cust' } },
  ],
}
