// @generated from cc_tariffplan by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, int, mediumtext, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_tariffplan`. */
export const tariffplan: Resource = {
  name: 'tariffplan',
  table: 'cc_tariffplan',
  primaryKey: ['id'],
  label: 'Rate cards',
  section: 'rates',
  display: 'tariffname',
  columns: [
    { name: 'id', label: 'ID', type: int },
    { name: 'iduser', label: 'User', type: int },
    { name: 'tariffname', label: 'Name', type: char(50, 'utf8mb3'), required: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'startingdate', label: 'Start', type: timestamp(), zeroDate: true },
    { name: 'expirationdate', label: 'Expiry date', type: timestamp(), zeroDate: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'id_trunk', type: int, nullable: true },
    { name: 'secondusedreal', label: 'Seconds used', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'secondusedcarrier', label: 'Seconds of the carrier', type: int, nullable: true },
    { name: 'secondusedratecard', label: 'Seconds of the rate card', type: int, nullable: true },
    { name: 'reftariffplan', label: 'Rate card of reference', type: int, nullable: true },
    { name: 'idowner', label: 'Owner', type: int, nullable: true },
    { name: 'dnidprefix', label: 'Prefix of the dialled number', type: char(30, 'utf8mb3') },
    { name: 'calleridprefix', label: 'Caller id prefix', type: char(30, 'utf8mb3') },
  ],
  indexes: [
    { columns: ['iduser', 'tariffname'], unique: true },
  ],
  relations: {
    id_trunk: { resource: 'trunk', column: 'id_trunk', none: ['0', '-1'] },
  },
  search: ['tariffname'],
}
