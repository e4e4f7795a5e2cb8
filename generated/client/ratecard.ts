// @generated from cc_ratecard by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_ratecard`, at `/api/ratecard/`. */
export interface Ratecard {
  /** int */
  id: number
  /** int */
  idtariffplan: number
  /** char(30). defaultprefix matches any number; _... pattern: X digit, Z 1-9, N 2-9, . one or more of anything */
  dialprefix: string
  /** decimal(15,5) */
  buyrate: string
  /** int */
  buyrateinitblock: number
  /** int */
  buyrateincrement: number
  /** decimal(15,5) */
  rateinitial: string
  /** int */
  initblock: number
  /** int */
  billingblock: number
  /** decimal(15,5) */
  connectcharge: string
  /** decimal(15,5) */
  disconnectcharge: string
  /** decimal(15,5) */
  stepchargea: string
  /** decimal(15,5) */
  chargea: string
  /** int */
  timechargea: number
  /** int */
  billingblocka: number
  /** decimal(15,5) */
  stepchargeb: string
  /** decimal(15,5) */
  chargeb: string
  /** int */
  timechargeb: number
  /** int */
  billingblockb: number
  /** float */
  stepchargec: number
  /** float */
  chargec: number
  /** int */
  timechargec: number
  /** int */
  billingblockc: number
  /** timestamp */
  startdate: string | null
  /** timestamp */
  stopdate: string | null
  /** smallint unsigned */
  starttime: number | null
  /** smallint unsigned */
  endtime: number | null
  /** int. -1 use the trunk of the tariff plan */
  id_trunk: number | null
  /** char(100) */
  musiconhold: string
  /** int */
  id_outbound_cidgroup: number | null
  /** int */
  rounding_calltime: number
  /** int */
  rounding_threshold: number
  /** decimal(15,5) */
  additional_block_charge: string
  /** int */
  additional_block_charge_time: number
  /** char(50) */
  tag: string | null
  /** int */
  disconnectcharge_after: number
  /** int */
  is_merged: number | null
  /** int */
  additional_grace: number
  /** decimal(15,5) */
  minimal_cost: string
  /** decimal(5,3) */
  announce_time_correction: string
  /** bigint */
  destination: number
}

/** What a new row takes. */
export interface NewRatecard {
  /** int */
  id?: number | string
  /** int */
  idtariffplan?: number | string
  /** char(30). defaultprefix matches any number; _... pattern: X digit, Z 1-9, N 2-9, . one or more of anything */
  dialprefix?: string
  /** decimal(15,5) */
  buyrate?: string
  /** int */
  buyrateinitblock?: number | string
  /** int */
  buyrateincrement?: number | string
  /** decimal(15,5) */
  rateinitial?: string
  /** int */
  initblock?: number | string
  /** int */
  billingblock?: number | string
  /** decimal(15,5) */
  connectcharge?: string
  /** decimal(15,5) */
  disconnectcharge?: string
  /** decimal(15,5) */
  stepchargea?: string
  /** decimal(15,5) */
  chargea?: string
  /** int */
  timechargea?: number | string
  /** int */
  billingblocka?: number | string
  /** decimal(15,5) */
  stepchargeb?: string
  /** decimal(15,5) */
  chargeb?: string
  /** int */
  timechargeb?: number | string
  /** int */
  billingblockb?: number | string
  /** float */
  stepchargec?: number | string
  /** float */
  chargec?: number | string
  /** int */
  timechargec?: number | string
  /** int */
  billingblockc?: number | string
  /** timestamp */
  startdate?: string
  /** timestamp */
  stopdate?: string | null
  /** smallint unsigned */
  starttime?: number | string | null
  /** smallint unsigned */
  endtime?: number | string | null
  /** int. -1 use the trunk of the tariff plan */
  id_trunk?: number | string | null
  /** char(100) */
  musiconhold?: string
  /** int */
  id_outbound_cidgroup?: number | string | null
  /** int */
  rounding_calltime?: number | string
  /** int */
  rounding_threshold?: number | string
  /** decimal(15,5) */
  additional_block_charge?: string
  /** int */
  additional_block_charge_time?: number | string
  /** char(50) */
  tag?: string | null
  /** int */
  disconnectcharge_after?: number | string
  /** int */
  is_merged?: number | string | null
  /** int */
  additional_grace?: number | string
  /** decimal(15,5) */
  minimal_cost?: string
  /** decimal(5,3) */
  announce_time_correction?: string
  /** bigint */
  destination?: number | string
}

/** What of a row can be changed. */
export type RatecardPatch = Changes<NewRatecard, 'id', 'buyrate' | 'buyrateinitblock' | 'buyrateincrement' | 'rateinitial' | 'initblock' | 'billingblock' | 'connectcharge' | 'disconnectcharge' | 'stepchargea' | 'chargea' | 'timechargea' | 'billingblocka' | 'stepchargeb' | 'chargeb' | 'timechargeb' | 'billingblockb' | 'timechargec' | 'billingblockc' | 'starttime' | 'endtime' | 'rounding_calltime' | 'rounding_threshold' | 'additional_block_charge' | 'additional_block_charge_time' | 'disconnectcharge_after' | 'is_merged' | 'additional_grace' | 'minimal_cost' | 'announce_time_correction'>
