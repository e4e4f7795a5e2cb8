// @generated from cc_did by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_did`, at `/api/did/`. */
export interface Did {
  /** bigint */
  id: number
  /** bigint */
  id_cc_didgroup: number
  /** int */
  id_cc_country: number
  /** int. 0 inactive; 1 active */
  activated: number
  /** int. 0 no; 1 yes */
  reserved: number | null
  /** bigint */
  iduser: number
  /** char(50) */
  did: string
  /** timestamp */
  creationdate: string | null
  /** timestamp */
  startingdate: string | null
  /** timestamp */
  expirationdate: string | null
  /** mediumtext */
  description: string | null
  /** int */
  secondusedreal: number | null
  /** int. 0 fixed per month + dial-out rate; 1 fixed per month; 2 dial-out rate only; 3 free */
  billingtype: number | null
  /** float */
  fixrate: number
  /** decimal(15,5) */
  connection_charge: string
  /** decimal(15,5) */
  selling_rate: string
  /** decimal(15,5) */
  aleg_carrier_connect_charge: string
  /** decimal(15,5) */
  aleg_carrier_cost_min: string
  /** decimal(15,5) */
  aleg_retail_connect_charge: string
  /** decimal(15,5) */
  aleg_retail_cost_min: string
  /** int */
  aleg_carrier_initblock: number
  /** int */
  aleg_carrier_increment: number
  /** int */
  aleg_retail_initblock: number
  /** int */
  aleg_retail_increment: number
  /** text */
  aleg_timeinterval: string | null
  /** decimal(15,5) */
  aleg_carrier_connect_charge_offp: string
  /** decimal(15,5) */
  aleg_carrier_cost_min_offp: string
  /** decimal(15,5) */
  aleg_retail_connect_charge_offp: string
  /** decimal(15,5) */
  aleg_retail_cost_min_offp: string
  /** int */
  aleg_carrier_initblock_offp: number
  /** int */
  aleg_carrier_increment_offp: number
  /** int */
  aleg_retail_initblock_offp: number
  /** int */
  aleg_retail_increment_offp: number
  /** int */
  max_concurrent: number
}

/** What a new row takes. */
export interface NewDid {
  /** bigint */
  id?: number | string
  /** bigint */
  id_cc_didgroup?: number | string
  /** int */
  id_cc_country?: number | string
  /** int. 0 inactive; 1 active */
  activated?: number | string
  /** int. 0 no; 1 yes */
  reserved?: number | string | null
  /** bigint */
  iduser?: number | string
  /** char(50) */
  did: string
  /** timestamp */
  creationdate?: string
  /** timestamp */
  startingdate?: string | null
  /** timestamp */
  expirationdate?: string | null
  /** mediumtext */
  description?: string | null
  /** int */
  secondusedreal?: number | string | null
  /** int. 0 fixed per month + dial-out rate; 1 fixed per month; 2 dial-out rate only; 3 free */
  billingtype?: number | string | null
  /** float */
  fixrate?: number | string
  /** decimal(15,5) */
  connection_charge?: string
  /** decimal(15,5) */
  selling_rate?: string
  /** decimal(15,5) */
  aleg_carrier_connect_charge?: string
  /** decimal(15,5) */
  aleg_carrier_cost_min?: string
  /** decimal(15,5) */
  aleg_retail_connect_charge?: string
  /** decimal(15,5) */
  aleg_retail_cost_min?: string
  /** int */
  aleg_carrier_initblock?: number | string
  /** int */
  aleg_carrier_increment?: number | string
  /** int */
  aleg_retail_initblock?: number | string
  /** int */
  aleg_retail_increment?: number | string
  /** text */
  aleg_timeinterval?: string | null
  /** decimal(15,5) */
  aleg_carrier_connect_charge_offp?: string
  /** decimal(15,5) */
  aleg_carrier_cost_min_offp?: string
  /** decimal(15,5) */
  aleg_retail_connect_charge_offp?: string
  /** decimal(15,5) */
  aleg_retail_cost_min_offp?: string
  /** int */
  aleg_carrier_initblock_offp?: number | string
  /** int */
  aleg_carrier_increment_offp?: number | string
  /** int */
  aleg_retail_initblock_offp?: number | string
  /** int */
  aleg_retail_increment_offp?: number | string
  /** int */
  max_concurrent?: number | string
}

/** What of a row can be changed. */
export type DidPatch = Changes<NewDid, 'id' | 'secondusedreal', 'connection_charge' | 'selling_rate' | 'aleg_carrier_connect_charge' | 'aleg_carrier_cost_min' | 'aleg_retail_connect_charge' | 'aleg_retail_cost_min' | 'aleg_carrier_initblock' | 'aleg_carrier_increment' | 'aleg_retail_initblock' | 'aleg_retail_increment' | 'aleg_carrier_connect_charge_offp' | 'aleg_carrier_cost_min_offp' | 'aleg_retail_connect_charge_offp' | 'aleg_retail_cost_min_offp' | 'aleg_carrier_initblock_offp' | 'aleg_carrier_increment_offp' | 'aleg_retail_initblock_offp' | 'aleg_retail_increment_offp' | 'max_concurrent'>
