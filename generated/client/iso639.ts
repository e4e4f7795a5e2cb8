// @generated from cc_iso639 by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_iso639`, at `/api/iso639/`. */
export interface Iso639 {
  /** char(2) */
  code: string
  /** char(16) */
  name: string
  /** char(16) */
  lname: string | null
  /** char(16) */
  charset: string
}

/** What a new row takes. */
export interface NewIso639 {
  /** char(2) */
  code: string
  /** char(16) */
  name: string
  /** char(16) */
  lname?: string | null
  /** char(16) */
  charset?: string
}

/** What of a row can be changed. */
export type Iso639Patch = Changes<NewIso639, 'code', never>
