// @generated from cc_campaign_phonebook by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_campaign_phonebook`. Primary key: `id_campaign`, `id_phonebook`. */
export interface CampaignPhonebookTable {
  /** int */
  id_campaign: number

  /** int */
  id_phonebook: number
}

export type CampaignPhonebook = Selectable<CampaignPhonebookTable>

export type NewCampaignPhonebook = Insertable<CampaignPhonebookTable>

export type CampaignPhonebookPatch = Updateable<CampaignPhonebookTable>
