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
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_cc_didgroup', label: 'DID group', type: bigint, blank: '0' },
    { name: 'id_cc_country', label: 'Country', type: int, blank: '0' },
    { name: 'activated', type: int, codes: { '0': 'inactive', '1': 'active' } },
    { name: 'reserved', type: int, nullable: true, codes: { '0': 'no', '1': 'yes' } },
    { name: 'iduser', label: 'User', type: bigint },
    { name: 'did', label: 'DID', type: char(50, 'utf8mb3'), required: true },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'startingdate', label: 'Start', type: timestamp(), zeroDate: true },
    { name: 'expirationdate', label: 'Expiry date', type: timestamp(), zeroDate: true },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'secondusedreal', label: 'Seconds used', type: int, nullable: true, writable: 'create', hint: 'A2Billing keeps it, and changes it all the time.' },
    { name: 'billingtype', label: 'Billing type', type: int, nullable: true, codes: { '0': 'fixed per month + dial-out rate', '1': 'fixed per month', '2': 'dial-out rate only', '3': 'free' } },
    { name: 'fixrate', label: 'Monthly price', type: float },
    { name: 'connection_charge', label: 'Connection fee', type: decimal(15, 5) },
    { name: 'selling_rate', label: 'Selling rate a minute', type: decimal(15, 5) },
    { name: 'aleg_carrier_connect_charge', label: 'A leg: connection fee, buying', type: decimal(15, 5) },
    { name: 'aleg_carrier_cost_min', label: 'A leg: buying rate a minute', type: decimal(15, 5) },
    { name: 'aleg_retail_connect_charge', label: 'A leg: connection fee, selling', type: decimal(15, 5) },
    { name: 'aleg_retail_cost_min', label: 'A leg: selling rate a minute', type: decimal(15, 5) },
    { name: 'aleg_carrier_initblock', label: 'A leg: first block, buying, s', type: int },
    { name: 'aleg_carrier_increment', label: 'A leg: buying increment, s', type: int },
    { name: 'aleg_retail_initblock', label: 'A leg: first block, selling, s', type: int },
    { name: 'aleg_retail_increment', label: 'A leg: selling increment, s', type: int },
    { name: 'aleg_timeinterval', label: 'A leg: peak hours', type: text('utf8mb3'), nullable: true },
    { name: 'aleg_carrier_connect_charge_offp', label: 'A leg, off-peak: connection fee, buying', type: decimal(15, 5) },
    { name: 'aleg_carrier_cost_min_offp', label: 'A leg, off-peak: buying rate a minute', type: decimal(15, 5) },
    { name: 'aleg_retail_connect_charge_offp', label: 'A leg, off-peak: connection fee, selling', type: decimal(15, 5) },
    { name: 'aleg_retail_cost_min_offp', label: 'A leg, off-peak: selling rate a minute', type: decimal(15, 5) },
    { name: 'aleg_carrier_initblock_offp', label: 'A leg, off-peak: first block, buying, s', type: int },
    { name: 'aleg_carrier_increment_offp', label: 'A leg, off-peak: buying increment, s', type: int },
    { name: 'aleg_retail_initblock_offp', label: 'A leg, off-peak: first block, selling, s', type: int },
    { name: 'aleg_retail_increment_offp', label: 'A leg, off-peak: selling increment, s', type: int },
    { name: 'max_concurrent', label: 'Calls at once', type: int },
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
