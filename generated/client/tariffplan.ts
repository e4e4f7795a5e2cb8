// @generated from cc_tariffplan by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_tariffplan`, at `/api/tariffplan/`. */
export interface Tariffplan {
  /** int */
  id: number
  /** int */
  iduser: number
  /** char(50) */
  tariffname: string
  /** timestamp */
  creationdate: string | null
  /** timestamp */
  startingdate: string | null
  /** timestamp */
  expirationdate: string | null
  /** mediumtext */
  description: string | null
  /** int */
  id_trunk: number | null
  /** int */
  secondusedreal: number | null
  /** int */
  secondusedcarrier: number | null
  /** int */
  secondusedratecard: number | null
  /** int */
  reftariffplan: number | null
  /** int */
  idowner: number | null
  /** char(30) */
  dnidprefix: string
  /** char(30) */
  calleridprefix: string
}

/** What a new row takes. */
export interface NewTariffplan {
  /** int */
  id?: number | string
  /** int */
  iduser?: number | string
  /** char(50) */
  tariffname: string
  /** timestamp */
  creationdate?: string
  /** timestamp */
  startingdate?: string | null
  /** timestamp */
  expirationdate?: string | null
  /** mediumtext */
  description?: string | null
  /** int */
  id_trunk?: number | string | null
  /** int */
  secondusedreal?: number | string | null
  /** int */
  secondusedcarrier?: number | string | null
  /** int */
  secondusedratecard?: number | string | null
  /** int */
  reftariffplan?: number | string | null
  /** int */
  idowner?: number | string | null
  /** char(30) */
  dnidprefix?: string
  /** char(30) */
  calleridprefix?: string
}

/** What of a row can be changed. */
export type TariffplanPatch = Changes<NewTariffplan, 'id' | 'secondusedreal', 'iduser' | 'secondusedcarrier' | 'secondusedratecard' | 'reftariffplan' | 'idowner'>
