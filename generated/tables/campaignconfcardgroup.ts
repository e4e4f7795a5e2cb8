// @generated from cc_campaignconf_cardgroup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_campaignconf_cardgroup`. Primary key: `id_campaign_config`, `id_card_group`. */
export interface CampaignconfCardgroupTable {
  /** int */
  id_campaign_config: number

  /** int */
  id_card_group: number
}

export type CampaignconfCardgroup = Selectable<CampaignconfCardgroupTable>

export type NewCampaignconfCardgroup = Insertable<CampaignconfCardgroupTable>

export type CampaignconfCardgroupPatch = Updateable<CampaignconfCardgroupTable>
