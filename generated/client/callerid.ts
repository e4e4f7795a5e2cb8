// @generated from cc_callerid by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_callerid`, at `/api/callerid/`. */
export interface Callerid {
  /** bigint */
  id: number
  /** varchar(100) */
  cid: string
  /** bigint */
  id_cc_card: number
  /** char(1). t active; f inactive */
  activated: string
}

/** What a new row takes. */
export interface NewCallerid {
  /** bigint */
  id?: number | string
  /** varchar(100) */
  cid: string
  /** bigint */
  id_cc_card?: number | string
  /** char(1). t active; f inactive */
  activated?: string
}

/** What of a row can be changed. */
export type CalleridPatch = Changes<NewCallerid, 'id', never>
