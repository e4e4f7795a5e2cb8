// @generated from cc_campaignconf_cardgroup by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_campaignconf_cardgroup`. */
export const campaignconfCardgroup: Resource = {
  name: 'campaignconfcardgroup',
  table: 'cc_campaignconf_cardgroup',
  primaryKey: ['id_campaign_config', 'id_card_group'],
  label: 'Groups of campaign settings',
  section: 'services',
  display: 'id_campaign_config',
  columns: [
    { name: 'id_campaign_config', label: 'Campaign settings', type: int, required: true },
    { name: 'id_card_group', label: 'Customer group', type: int, required: true },
  ],
  relations: {
    id_campaign_config: { resource: 'campaignconfig', column: 'id' },
    id_card_group: { resource: 'cardgroup', column: 'id' },
  },
}
