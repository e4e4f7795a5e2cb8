// @generated from cc_support by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_support`, at `/api/support/`. */
export interface Support {
  /** smallint */
  id: number
  /** varchar(50) */
  name: string
  /** varchar(70) */
  email: string | null
  /** char(5) */
  language: string
}

/** What a new row takes. */
export interface NewSupport {
  /** smallint */
  id?: number | string
  /** varchar(50) */
  name?: string
  /** varchar(70) */
  email?: string | null
  /** char(5) */
  language?: string
}

/** What of a row can be changed. */
export type SupportPatch = Changes<NewSupport, 'id', never>
