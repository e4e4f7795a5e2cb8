// @generated from cc_campaign by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_campaign`, at `/api/campaign/`. */
export interface Campaign {
  /** int */
  id: number
  /** char(50) */
  name: string
  /** timestamp */
  creationdate: string | null
  /** timestamp */
  startingdate: string | null
  /** timestamp */
  expirationdate: string | null
  /** mediumtext */
  description: string | null
  /** bigint */
  id_card: number
  /** int */
  secondusedreal: number | null
  /** int */
  nb_callmade: number | null
  /** int. 0 inactive; 1 active */
  status: number
  /** int */
  frequency: number
  /** char(50) */
  forward_number: string | null
  /** time */
  daily_start_time: string
  /** time */
  daily_stop_time: string
  /** tinyint */
  monday: number
  /** tinyint */
  tuesday: number
  /** tinyint */
  wednesday: number
  /** tinyint */
  thursday: number
  /** tinyint */
  friday: number
  /** tinyint */
  saturday: number
  /** tinyint */
  sunday: number
  /** int */
  id_cid_group: number
  /** int */
  id_campaign_config: number
}

/** What a new row takes. */
export interface NewCampaign {
  /** int */
  id?: number | string
  /** char(50) */
  name: string
  /** timestamp */
  creationdate?: string
  /** timestamp */
  startingdate?: string | null
  /** timestamp */
  expirationdate?: string | null
  /** mediumtext */
  description?: string | null
  /** bigint */
  id_card?: number | string
  /** int */
  secondusedreal?: number | string | null
  /** int */
  nb_callmade?: number | string | null
  /** int. 0 inactive; 1 active */
  status?: number | string
  /** int */
  frequency?: number | string
  /** char(50) */
  forward_number?: string | null
  /** time */
  daily_start_time?: string
  /** time */
  daily_stop_time?: string
  /** tinyint */
  monday?: number | string
  /** tinyint */
  tuesday?: number | string
  /** tinyint */
  wednesday?: number | string
  /** tinyint */
  thursday?: number | string
  /** tinyint */
  friday?: number | string
  /** tinyint */
  saturday?: number | string
  /** tinyint */
  sunday?: number | string
  /** int */
  id_cid_group?: number | string
  /** int */
  id_campaign_config?: number | string
}

/** What of a row can be changed. */
export type CampaignPatch = Changes<NewCampaign, 'id' | 'secondusedreal', 'nb_callmade' | 'frequency' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'>
