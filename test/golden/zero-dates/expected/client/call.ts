// @generated from cc_call by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_call`, at `/api/call/`. */
export interface Call {
  /** bigint */
  id: number
  /** timestamp */
  starttime: string | null
  /** timestamp */
  stoptime: string | null
  /** date */
  cover_from: string | null
  /** datetime(3) */
  seen: string | null
}

/** What a new row takes. */
export interface NewCall {
  /** bigint */
  id?: number | string
  /** timestamp */
  starttime?: string
  /** timestamp */
  stoptime?: string | null
  /** date */
  cover_from?: string | null
  /** datetime(3) */
  seen?: string | null
}

/** What of a row can be changed. */
export type CallPatch = Changes<NewCall, 'id', never>
