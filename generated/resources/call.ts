// @generated from cc_call by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, decimal, float, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_call`. */
export const call: Resource = {
  name: 'call',
  table: 'cc_call',
  primaryKey: ['id'],
  label: 'Calls',
  section: 'calls',
  display: 'calledstation',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'sessionid', label: 'Session', type: varchar(40, 'utf8mb3'), blank: '' },
    { name: 'uniqueid', label: 'Unique id', type: varchar(30, 'utf8mb3'), blank: '' },
    { name: 'card_id', label: 'Customer', type: bigint, blank: '0' },
    { name: 'nasipaddress', label: 'Address of the gateway', type: varchar(30, 'utf8mb3'), blank: '' },
    { name: 'starttime', label: 'Start', type: timestamp() },
    { name: 'stoptime', label: 'End', type: timestamp(), zeroDate: true },
    { name: 'sessiontime', label: 'Duration, s', type: int, nullable: true },
    { name: 'calledstation', label: 'Called number', type: varchar(100, 'utf8mb3'), blank: '' },
    { name: 'sessionbill', label: 'Sold for', type: float, nullable: true },
    { name: 'id_tariffgroup', label: 'Call plan', type: int, nullable: true },
    { name: 'id_tariffplan', label: 'Rate card', type: int, nullable: true },
    { name: 'id_ratecard', label: 'Rate', type: int, nullable: true },
    { name: 'id_trunk', type: int, nullable: true },
    { name: 'sipiax', label: 'Way of the call', type: int, nullable: true, codes: { '0': 'standard', '1': 'SIP/IAX call', '2': 'DID call', '3': 'DID to VoIP', '4': 'callback', '5': 'predictive', '6': 'auto dialler', '7': 'DID A-leg' } },
    { name: 'src', label: 'Caller', type: varchar(40, 'utf8mb3'), blank: '' },
    { name: 'id_did', label: 'DID', type: int, nullable: true },
    { name: 'buycost', label: 'Bought for', type: decimal(15, 5), nullable: true },
    { name: 'id_card_package_offer', label: 'Package used', type: int, nullable: true },
    { name: 'real_sessiontime', label: 'Real duration, s', type: int, nullable: true },
    { name: 'dnid', label: 'Dialled number', type: varchar(40, 'utf8mb3'), blank: '' },
    { name: 'terminatecauseid', label: 'Cause of the end', type: int, nullable: true, codes: { '0': 'unknown', '1': 'answer', '2': 'busy', '3': 'no answer', '4': 'cancel', '5': 'congestion', '6': 'channel unavailable', '7': 'dontcall', '8': 'torture', '9': 'invalid args' } },
    { name: 'destination', type: int, nullable: true },
    { name: 'a2b_custom1', label: 'Custom field 1', type: varchar(20, 'utf8mb3'), nullable: true },
    { name: 'a2b_custom2', label: 'Custom field 2', type: varchar(20, 'utf8mb3'), nullable: true },
  ],
  relations: {
    card_id: { resource: 'card', column: 'id', none: ['-1'] },
    destination: { resource: 'prefix', column: 'prefix', none: ['0', '-1'] },
    id_card_package_offer: { resource: 'cardpackageoffer', column: 'id', none: ['0'] },
    id_did: { resource: 'did', column: 'id' },
    id_ratecard: { resource: 'ratecard', column: 'id', none: ['0'] },
    id_tariffgroup: { resource: 'tariffgroup', column: 'id' },
    id_tariffplan: { resource: 'tariffplan', column: 'id', none: ['0'] },
    id_trunk: { resource: 'trunk', column: 'id_trunk', none: ['0'] },
  },
}
