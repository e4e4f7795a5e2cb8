// @generated from cc_trunk by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_trunk`. */
export const trunk: Resource = {
  name: 'trunk',
  table: 'cc_trunk',
  primaryKey: ['id_trunk'],
  label: 'Trunks',
  section: 'trunks',
  display: 'trunkcode',
  columns: [
    { name: 'id_trunk', type: int },
    { name: 'trunkcode', label: 'Name', type: varchar(50, 'utf8mb3'), nullable: true },
    { name: 'trunkprefix', label: 'Prefix to add', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'providertech', label: 'Technology', type: char(20, 'utf8mb3'), blank: '' },
    { name: 'providerip', label: 'Address', type: char(80, 'utf8mb3'), blank: '' },
    { name: 'removeprefix', label: 'Prefix to remove', type: char(20, 'utf8mb3'), nullable: true },
    { name: 'secondusedreal', label: 'Seconds used', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'secondusedcarrier', label: 'Seconds of the carrier', type: int, nullable: true },
    { name: 'secondusedratecard', label: 'Seconds of the rate card', type: int, nullable: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'failover_trunk', label: 'Trunk on failure', type: int, nullable: true },
    { name: 'addparameter', label: 'Additional dial parameters', type: char(120, 'utf8mb3'), nullable: true },
    { name: 'id_provider', type: int, nullable: true },
    { name: 'inuse', label: 'In use', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'maxuse', label: 'Calls at once', type: int, nullable: true, codes: { '-1': 'no limit' } },
    { name: 'status', type: int, nullable: true, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'if_max_use', label: 'When all are in use', type: int, nullable: true, codes: { '0': 'use the failover trunk', '1': 'use the next trunk' } },
  ],
  relations: {
    failover_trunk: { resource: 'trunk', column: 'id_trunk', none: ['0', '-1'] },
    id_provider: { resource: 'provider', column: 'id', none: ['-1'] },
  },
  search: ['trunkcode', 'trunkprefix', 'providerip'],
}
