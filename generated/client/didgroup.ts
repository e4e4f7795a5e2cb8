// @generated from cc_didgroup by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_didgroup`, at `/api/didgroup/`. */
export interface Didgroup {
  /** bigint */
  id: number
  /** char(50) */
  didgroupname: string
  /** timestamp */
  creationdate: string | null
}

/** What a new row takes. */
export interface NewDidgroup {
  /** bigint */
  id?: number | string
  /** char(50) */
  didgroupname?: string
  /** timestamp */
  creationdate?: string
}

/** What of a row can be changed. */
export type DidgroupPatch = Changes<NewDidgroup, 'id', never>
