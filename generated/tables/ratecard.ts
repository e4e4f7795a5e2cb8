// @generated from cc_ratecard by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Decimal, SqlDateTime, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_ratecard`. Primary key: `id`. */
export interface RatecardTable {
  /** int, auto increment */
  id: Generated<number>

  /** int, default 0 */
  idtariffplan: Generated<number>

  /** char(30) */
  dialprefix: string

  /** decimal(15,5), default 0.00000 */
  buyrate: Generated<Decimal>

  /** int, default 0 */
  buyrateinitblock: Generated<number>

  /** int, default 0 */
  buyrateincrement: Generated<number>

  /** decimal(15,5), default 0.00000 */
  rateinitial: Generated<Decimal>

  /** int, default 0 */
  initblock: Generated<number>

  /** int, default 0 */
  billingblock: Generated<number>

  /** decimal(15,5), default 0.00000 */
  connectcharge: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  disconnectcharge: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  stepchargea: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  chargea: Generated<Decimal>

  /** int, default 0 */
  timechargea: Generated<number>

  /** int, default 0 */
  billingblocka: Generated<number>

  /** decimal(15,5), default 0.00000 */
  stepchargeb: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  chargeb: Generated<Decimal>

  /** int, default 0 */
  timechargeb: Generated<number>

  /** int, default 0 */
  billingblockb: Generated<number>

  /** float, default 0 */
  stepchargec: Generated<number>

  /** float, default 0 */
  chargec: Generated<number>

  /** int, default 0 */
  timechargec: Generated<number>

  /** int, default 0 */
  billingblockc: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  startdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  stopdate: Generated<SqlDateTime>

  /** smallint unsigned, default 0 */
  starttime: Generated<number | null>

  /** smallint unsigned, default 10079 */
  endtime: Generated<number | null>

  /** int, default -1 */
  id_trunk: Generated<number | null>

  /** char(100) */
  musiconhold: string

  /** int, default -1 */
  id_outbound_cidgroup: Generated<number | null>

  /** int, default 0 */
  rounding_calltime: Generated<number>

  /** int, default 0 */
  rounding_threshold: Generated<number>

  /** decimal(15,5), default 0.00000 */
  additional_block_charge: Generated<Decimal>

  /** int, default 0 */
  additional_block_charge_time: Generated<number>

  /** char(50) */
  tag: string | null

  /** int, default 0 */
  disconnectcharge_after: Generated<number>

  /** int, default 0 */
  is_merged: Generated<number | null>

  /** int, default 0 */
  additional_grace: Generated<number>

  /** decimal(15,5), default 0.00000 */
  minimal_cost: Generated<Decimal>

  /** decimal(5,3), default 1.000 */
  announce_time_correction: Generated<Decimal>

  /** bigint */
  destination: Bigint
}

export type Ratecard = Selectable<RatecardTable>

export type NewRatecard = Insertable<RatecardTable>

export type RatecardPatch = Updateable<RatecardTable>
