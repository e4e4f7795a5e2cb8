// @generated from cc_callplan_lcr by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { char, decimal, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_callplan_lcr`. */
export const callplanLcr: Resource = {
  name: 'callplanlcr',
  table: 'cc_callplan_lcr',
  primaryKey: [],
  label: 'Least-cost routes',
  section: 'rates',
  display: 'id',
  readOnly: 'It is a view.',
  columns: [
    { name: 'id', type: int, nullable: true },
    { name: 'destination', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'dialprefix', type: char(30, 'utf8mb3'), nullable: true },
    { name: 'buyrate', type: decimal(15, 5), nullable: true },
    { name: 'rateinitial', type: decimal(15, 5), nullable: true },
    { name: 'startdate', type: timestamp(), nullable: true },
    { name: 'stopdate', type: timestamp(), nullable: true },
    { name: 'initblock', type: int, nullable: true },
    { name: 'connectcharge', type: decimal(15, 5), nullable: true },
    { name: 'id_trunk', type: int, nullable: true },
    { name: 'idtariffplan', type: int, nullable: true },
    { name: 'ratecard_id', type: int, nullable: true },
    { name: 'tariffgroup_id', type: int, nullable: true },
  ],
  relations: {
    id_trunk: { resource: 'trunk', column: 'id_trunk', none: ['-1'] },
    idtariffplan: { resource: 'tariffplan', column: 'id' },
    ratecard_id: { resource: 'ratecard', column: 'id' },
    tariffgroup_id: { resource: 'tariffgroup', column: 'id' },
  },
}
