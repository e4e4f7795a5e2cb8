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
    { name: 'id', label: 'ID', type: int, nullable: true },
    { name: 'destination', type: varchar(60, 'utf8mb3'), nullable: true },
    { name: 'dialprefix', label: 'Dial prefix', type: char(30, 'utf8mb3'), nullable: true },
    { name: 'buyrate', label: 'Buying rate a minute', type: decimal(15, 5), nullable: true },
    { name: 'rateinitial', label: 'Selling rate a minute', type: decimal(15, 5), nullable: true },
    { name: 'startdate', label: 'Start', type: timestamp(), nullable: true },
    { name: 'stopdate', label: 'End', type: timestamp(), nullable: true },
    { name: 'initblock', label: 'First block, s', type: int, nullable: true },
    { name: 'connectcharge', label: 'Connection fee', type: decimal(15, 5), nullable: true },
    { name: 'id_trunk', type: int, nullable: true },
    { name: 'idtariffplan', label: 'Rate card', type: int, nullable: true },
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
