// @generated from cc_did_use by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, tinyint } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_did_use`. */
export const didUse: Resource = {
  name: 'diduse',
  table: 'cc_did_use',
  primaryKey: ['id'],
  label: 'DID use',
  section: 'dids',
  display: 'id',
  columns: [
    { name: 'id', label: 'ID', type: bigint },
    { name: 'id_cc_card', label: 'Customer', type: bigint, nullable: true },
    { name: 'id_did', label: 'DID', type: bigint, blank: '0' },
    { name: 'reservationdate', label: 'Reserved on', type: timestamp() },
    { name: 'releasedate', label: 'Released', type: timestamp(), zeroDate: true },
    { name: 'activated', type: int, nullable: true, codes: { '0': 'free', '1': 'reserved (in use)' } },
    { name: 'month_payed', label: 'Months paid', type: int, nullable: true },
    { name: 'reminded', type: tinyint, codes: { '0': 'no reminder sent', '1': 'reminder/invoice sent' } },
  ],
  relations: {
    id_cc_card: { resource: 'card', column: 'id' },
    id_did: { resource: 'did', column: 'id' },
  },
}
