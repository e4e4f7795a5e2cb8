// @generated from cc_campaign_config by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_campaign_config`, at `/api/campaignconfig/`. */
export interface CampaignConfig {
  /** int */
  id: number
  /** varchar(40) */
  name: string
  /** decimal(15,5) */
  flatrate: string
  /** varchar(40) */
  context: string
  /** mediumtext */
  description: string | null
}

/** What a new row takes. */
export interface NewCampaignConfig {
  /** int */
  id?: number | string
  /** varchar(40) */
  name?: string
  /** decimal(15,5) */
  flatrate?: string
  /** varchar(40) */
  context?: string
  /** mediumtext */
  description?: string | null
}

/** What of a row can be changed. */
export type CampaignConfigPatch = Changes<NewCampaignConfig, 'id', 'flatrate'>
