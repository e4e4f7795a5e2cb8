// @generated from cc_campaign by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_campaign`. Primary key: `id`. */
export interface CampaignTable {
  /** int, auto increment */
  id: Generated<number>

  /** char(50) */
  name: string

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  startingdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  expirationdate: Generated<SqlDateTime>

  /** mediumtext */
  description: string | null

  /** bigint, default 0 */
  id_card: Generated<Bigint>

  /** int, default 0 */
  secondusedreal: Generated<number | null>

  /** int, default 0 */
  nb_callmade: Generated<number | null>

  /** int, default 1 */
  status: Generated<number>

  /** int, default 20 */
  frequency: Generated<number>

  /** char(50) */
  forward_number: string | null

  /** time, default 10:00:00 */
  daily_start_time: Generated<string>

  /** time, default 18:00:00 */
  daily_stop_time: Generated<string>

  /** tinyint, default 1 */
  monday: Generated<number>

  /** tinyint, default 1 */
  tuesday: Generated<number>

  /** tinyint, default 1 */
  wednesday: Generated<number>

  /** tinyint, default 1 */
  thursday: Generated<number>

  /** tinyint, default 1 */
  friday: Generated<number>

  /** tinyint, default 0 */
  saturday: Generated<number>

  /** tinyint, default 0 */
  sunday: Generated<number>

  /** int */
  id_cid_group: number

  /** int */
  id_campaign_config: number
}

export type Campaign = Selectable<CampaignTable>

export type NewCampaign = Insertable<CampaignTable>

export type CampaignPatch = Updateable<CampaignTable>
