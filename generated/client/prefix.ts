// @generated from cc_prefix by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_prefix`, at `/api/prefix/`. */
export interface Prefix {
  /** bigint */
  prefix: number
  /** varchar(60) */
  destination: string
}

/** What a new row takes. */
export interface NewPrefix {
  /** bigint */
  prefix: number | string
  /** varchar(60) */
  destination?: string
}

/** What of a row can be changed. */
export type PrefixPatch = Changes<NewPrefix, 'prefix', never>
