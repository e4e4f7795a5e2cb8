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
    { name: 'id', type: int },
    { name: 'iduser', type: int },
    { name: 'tariffname', type: char(50, 'utf8mb3'), required: true },
    { name: 'creationdate', type: timestamp() },
    { name: 'startingdate', type: timestamp(), zeroDate: true },
    { name: 'expirationdate', type: timestamp(), zeroDate: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'id_trunk', type: int, nullable: true },
    { name: 'secondusedreal', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'secondusedcarrier', type: int, nullable: true },
    { name: 'secondusedratecard', type: int, nullable: true },
    { name: 'reftariffplan', type: int, nullable: true },
    { name: 'idowner', type: int, nullable: true },
    { name: 'dnidprefix', type: char(30, 'utf8mb3') },
    { name: 'calleridprefix', type: char(30, 'utf8mb3') },
  ],
  indexes: [
    { columns: ['iduser', 'tariffname'], unique: true },
  ],
  relations: {
    id_trunk: { resource: 'trunk', column: 'id_trunk', none: ['0', '-1'] },
  },
  search: ['tariffname'],
}
