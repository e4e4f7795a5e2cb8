// @generated from cc_did_destination by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_did_destination`. */
export const didDestination: Resource = {
  name: 'diddestination',
  table: 'cc_did_destination',
  primaryKey: ['id'],
  label: 'DID destinations',
  section: 'dids',
  display: 'destination',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'destination', type: varchar(100, 'utf8mb3'), nullable: true },
    { name: 'priority', type: int },
    { name: 'id_cc_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'id_cc_did', label: 'DID', type: bigint, blank: '0' },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'activated', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'secondusedreal', label: 'Seconds used', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'voip_call', label: 'VoIP call', type: int, nullable: true, codes: { '0': 'destination is a phone number', '1': 'destination is a VoIP dial string' } },
    { name: 'validated', type: int, nullable: true, codes: { '0': 'pending', '1': 'validated' } },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id' },
    id_cc_did: { resource: 'did', column: 'id' },
  },
}
