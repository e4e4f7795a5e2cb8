// @generated from cc_campaign_phonestatus by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int, timestamp, varchar } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_campaign_phonestatus`. */
export const campaignPhonestatus: Resource = {
  name: 'campaignphonestatus',
  table: 'cc_campaign_phonestatus',
  primaryKey: ['id_phonenumber', 'id_campaign'],
  label: 'Campaign calls',
  section: 'services',
  display: 'id_phonenumber',
  columns: [
    { name: 'id_phonenumber', label: 'Phone number', type: bigint, required: true },
    { name: 'id_campaign', label: 'Campaign', type: int, required: true },
    { name: 'id_callback', type: varchar(40, 'utf8mb3'), blank: '' },
    { name: 'status', type: int, codes: { '0': 'to call', '1': 'held', '2': 'stopped' } },
    { name: 'lastuse', label: 'Last used', type: timestamp() },
  ],
  relations: {
    id_callback: { resource: 'callbackspool', column: 'uniqueid' },
    id_campaign: { resource: 'campaign', column: 'id' },
    id_phonenumber: { resource: 'phonenumber', column: 'id' },
  },
}
