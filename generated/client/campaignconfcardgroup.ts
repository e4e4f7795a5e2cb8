// @generated from cc_campaignconf_cardgroup by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_campaignconf_cardgroup`, at `/api/campaignconfcardgroup/`. */
export interface CampaignconfCardgroup {
  /** int */
  id_campaign_config: number
  /** int */
  id_card_group: number
}

/** What a new row takes. */
export interface NewCampaignconfCardgroup {
  /** int */
  id_campaign_config: number | string
  /** int */
  id_card_group: number | string
}

/** What of a row can be changed. */
export type CampaignconfCardgroupPatch = Changes<NewCampaignconfCardgroup, 'id_campaign_config' | 'id_card_group', never>
