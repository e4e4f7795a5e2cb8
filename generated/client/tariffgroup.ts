// @generated from cc_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_tariffgroup`, at `/api/tariffgroup/`. */
export interface Tariffgroup {
  /** int */
  id: number
  /** int */
  iduser: number
  /** int */
  idtariffplan: number
  /** char(50) */
  tariffgroupname: string
  /** int. 0 least cost by buy price; 1 least cost by sell price */
  lcrtype: number
  /** timestamp */
  creationdate: string | null
  /** int. 0 keep the international prefix; 1 remove it */
  removeinterprefix: number
  /** bigint */
  id_cc_package_offer: number
}

/** What a new row takes. */
export interface NewTariffgroup {
  /** int */
  id?: number | string
  /** int */
  iduser?: number | string
  /** int */
  idtariffplan?: number | string
  /** char(50) */
  tariffgroupname?: string
  /** int. 0 least cost by buy price; 1 least cost by sell price */
  lcrtype?: number | string
  /** timestamp */
  creationdate?: string
  /** int. 0 keep the international prefix; 1 remove it */
  removeinterprefix?: number | string
  /** bigint */
  id_cc_package_offer?: number | string
}

/** What of a row can be changed. */
export type TariffgroupPatch = Changes<NewTariffgroup, 'id', 'iduser' | 'idtariffplan'>
