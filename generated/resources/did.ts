// @generated from cc_did by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, char, decimal, float, int, mediumtext, text, timestamp } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_did`. */
export const did: Resource = {
  name: 'did',
  table: 'cc_did',
  primaryKey: ['id'],
  label: 'DIDs',
  section: 'dids',
  display: 'did',
  columns: [
    { name: 'id', type: bigint },
    { name: 'id_cc_didgroup', type: bigint, blank: '0' },
    { name: 'id_cc_country', type: int, blank: '0' },
    { name: 'activated', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'reserved', type: int, nullable: true, codes: { '0': 'no', '1': 'yes' } },
    { name: 'iduser', type: bigint },
    { name: 'did', type: char(50, 'utf8mb3'), required: true },
    { name: 'creationdate', type: timestamp() },
    { name: 'startingdate', type: timestamp(), zeroDate: true },
    { name: 'expirationdate', type: timestamp(), zeroDate: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'secondusedreal', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'billingtype', type: int, nullable: true, codes: { '0': 'fixed per month + dial-out rate', '1': 'fixed per month', '2': 'dial-out rate only', '3': 'free' } },
    { name: 'fixrate', type: float },
    { name: 'connection_charge', type: decimal(15, 5) },
    { name: 'selling_rate', type: decimal(15, 5) },
    { name: 'aleg_carrier_connect_charge', type: decimal(15, 5) },
    { name: 'aleg_carrier_cost_min', type: decimal(15, 5) },
    { name: 'aleg_retail_connect_charge', type: decimal(15, 5) },
    { name: 'aleg_retail_cost_min', type: decimal(15, 5) },
    { name: 'aleg_carrier_initblock', type: int },
    { name: 'aleg_carrier_increment', type: int },
    { name: 'aleg_retail_initblock', type: int },
    { name: 'aleg_retail_increment', type: int },
    { name: 'aleg_timeinterval', type: text('utf8mb3'), nullable: true },
    { name: 'aleg_carrier_connect_charge_offp', type: decimal(15, 5) },
    { name: 'aleg_carrier_cost_min_offp', type: decimal(15, 5) },
    { name: 'aleg_retail_connect_charge_offp', type: decimal(15, 5) },
    { name: 'aleg_retail_cost_min_offp', type: decimal(15, 5) },
    { name: 'aleg_carrier_initblock_offp', type: int },
    { name: 'aleg_carrier_increment_offp', type: int },
    { name: 'aleg_retail_initblock_offp', type: int },
    { name: 'aleg_retail_increment_offp', type: int },
    { name: 'max_concurrent', type: int },
  ],
  indexes: [
    { columns: ['did'], unique: true },
  ],
  relations: {
    id_cc_country: { resource: 'country', column: 'id' },
    id_cc_didgroup: { resource: 'didgroup', column: 'id' },
    iduser: { resource: 'card', column: 'id', none: ['0'] },
  },
  search: ['did'],
}
