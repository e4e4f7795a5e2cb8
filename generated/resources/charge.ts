// @generated from cc_charge by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, date, float, int, mediumtext, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_charge`. */
export const charge: Resource = {
  name: 'charge',
  table: 'cc_charge',
  primaryKey: ['id'],
  label: 'Charges',
  section: 'money',
  display: 'description',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_cc_card', label: 'Customer', type: bigint, blank: '0' },
    { name: 'iduser', label: 'User', type: int },
    { name: 'creationdate', label: 'Created', type: timestamp() },
    { name: 'amount', type: float },
    { name: 'chargetype', label: 'Type of charge', type: int, nullable: true, codes: { '0': 'subscription fee (old meaning, also the column default)', '1': 'DID connection charge', '2': 'DID monthly charge', '3': 'subscription fee', '4': 'extra charge' } },
    { name: 'description', type: mediumtext('utf8mb3'), nullable: true },
    { name: 'id_cc_did', label: 'DID', type: bigint, nullable: true },
    { name: 'id_cc_card_subscription', label: 'Subscription', type: bigint, nullable: true },
    { name: 'cover_from', label: 'Covers from', type: date, nullable: true },
    { name: 'cover_to', label: 'Covers until', type: date, nullable: true },
    { name: 'charged_status', label: 'Charged', type: tinyint, codes: { '0': 'not taken from the balance', '1': 'already taken from the balance' } },
    { name: 'invoiced_status', label: 'Invoiced', type: tinyint, codes: { '0': 'not on an invoice yet', '1': 'already put on an invoice' } },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id' },
    id_cc_card_subscription: { resource: 'cardsubscription', column: 'id' },
    id_cc_did: { resource: 'did', column: 'id', none: ['0'] },
  },
}
