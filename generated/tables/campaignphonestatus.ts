// @generated from cc_campaign_phonestatus by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Bigint, Generated, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_campaign_phonestatus`. Primary key: `id_phonenumber`, `id_campaign`. */
export interface CampaignPhonestatusTable {
  /** bigint */
  id_phonenumber: Bigint

  /** int */
  id_campaign: number

  /** varchar(40) */
  id_callback: string

  /** int, default 0 */
  status: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  lastuse: Generated<SqlDateTime>
}

export type CampaignPhonestatus = Selectable<CampaignPhonestatusTable>

export type NewCampaignPhonestatus = Insertable<CampaignPhonestatusTable>

export type CampaignPhonestatusPatch = Updateable<CampaignPhonestatusTable>
