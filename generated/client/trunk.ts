// @generated from cc_trunk by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_trunk`, at `/api/trunk/`. */
export interface Trunk {
  /** int */
  id_trunk: number
  /** varchar(50) */
  trunkcode: string | null
  /** char(20) */
  trunkprefix: string | null
  /** char(20) */
  providertech: string
  /** char(80) */
  providerip: string
  /** char(20) */
  removeprefix: string | null
  /** int */
  secondusedreal: number | null
  /** int */
  secondusedcarrier: number | null
  /** int */
  secondusedratecard: number | null
  /** timestamp */
  creationdate: string | null
  /** int */
  failover_trunk: number | null
  /** char(120) */
  addparameter: string | null
  /** int */
  id_provider: number | null
  /** int */
  inuse: number | null
  /** int. -1 no limit */
  maxuse: number | null
  /** int. 0 inactive; 1 active */
  status: number | null
  /** int. 0 use the failover trunk; 1 use the next trunk */
  if_max_use: number | null
}

/** What a new row takes. */
export interface NewTrunk {
  /** int */
  id_trunk?: number | string
  /** varchar(50) */
  trunkcode?: string | null
  /** char(20) */
  trunkprefix?: string | null
  /** char(20) */
  providertech?: string
  /** char(80) */
  providerip?: string
  /** char(20) */
  removeprefix?: string | null
  /** int */
  secondusedreal?: number | string | null
  /** int */
  secondusedcarrier?: number | string | null
  /** int */
  secondusedratecard?: number | string | null
  /** timestamp */
  creationdate?: string
  /** int */
  failover_trunk?: number | string | null
  /** char(120) */
  addparameter?: string | null
  /** int */
  id_provider?: number | string | null
  /** int */
  inuse?: number | string | null
  /** int. -1 no limit */
  maxuse?: number | string | null
  /** int. 0 inactive; 1 active */
  status?: number | string | null
  /** int. 0 use the failover trunk; 1 use the next trunk */
  if_max_use?: number | string | null
}

/** What of a row can be changed. */
export type TrunkPatch = Changes<NewTrunk, 'id_trunk' | 'secondusedreal' | 'inuse', 'secondusedcarrier' | 'secondusedratecard'>
