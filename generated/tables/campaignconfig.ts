// @generated from cc_campaign_config by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_campaign_config`. Primary key: `id`. */
export interface CampaignConfigTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(40) */
  name: string

  /** decimal(15,5), default 0.00000 */
  flatrate: Generated<Decimal>

  /** varchar(40) */
  context: string

  /** mediumtext */
  description: string | null
}

export type CampaignConfig = Selectable<CampaignConfigTable>

export type NewCampaignConfig = Insertable<CampaignConfigTable>

export type CampaignConfigPatch = Updateable<CampaignConfigTable>
