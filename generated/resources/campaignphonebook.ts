// @generated from cc_campaign_phonebook by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_campaign_phonebook`. */
export const campaignPhonebook: Resource = {
  name: 'campaignphonebook',
  table: 'cc_campaign_phonebook',
  primaryKey: ['id_campaign', 'id_phonebook'],
  label: 'Phone books of campaigns',
  section: 'services',
  display: 'id_campaign',
  columns: [
    { name: 'id_campaign', label: 'Campaign', type: int, required: true },
    { name: 'id_phonebook', label: 'Phone book', type: int, required: true },
  ],
  relations: {
    id_campaign: { resource: 'campaign', column: 'id' },
    id_phonebook: { resource: 'phonebook', column: 'id' },
  },
}
