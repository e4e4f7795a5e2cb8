// @generated from cc_campaign_phonestatus by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_campaign_phonestatus`, at `/api/campaignphonestatus/`. */
export interface CampaignPhonestatus {
  /** bigint */
  id_phonenumber: number
  /** int */
  id_campaign: number
  /** varchar(40) */
  id_callback: string
  /** int. 0 to call; 1 held; 2 stopped */
  status: number
  /** timestamp */
  lastuse: string | null
}

/** What a new row takes. */
export interface NewCampaignPhonestatus {
  /** bigint */
  id_phonenumber: number | string
  /** int */
  id_campaign: number | string
  /** varchar(40) */
  id_callback?: string
  /** int. 0 to call; 1 held; 2 stopped */
  status?: number | string
  /** timestamp */
  lastuse?: string
}

/** What of a row can be changed. */
export type CampaignPhonestatusPatch = Changes<NewCampaignPhonestatus, 'id_phonenumber' | 'id_campaign', never>
