// @generated from cc_campaign_phonebook by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_campaign_phonebook`, at `/api/campaignphonebook/`. */
export interface CampaignPhonebook {
  /** int */
  id_campaign: number
  /** int */
  id_phonebook: number
}

/** What a new row takes. */
export interface NewCampaignPhonebook {
  /** int */
  id_campaign: number | string
  /** int */
  id_phonebook: number | string
}

/** What of a row can be changed. */
export type CampaignPhonebookPatch = Changes<NewCampaignPhonebook, 'id_campaign' | 'id_phonebook', never>
