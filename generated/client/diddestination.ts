// @generated from cc_did_destination by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_did_destination`, at `/api/diddestination/`. */
export interface DidDestination {
  /** bigint */
  id: number
  /** varchar(100) */
  destination: string | null
  /** int */
  priority: number
  /** bigint */
  id_cc_card: number
  /** bigint */
  id_cc_did: number
  /** timestamp */
  creationdate: string | null
  /** int. 0 inactive; 1 active */
  activated: number
  /** int */
  secondusedreal: number | null
  /** int. 0 destination is a phone number; 1 destination is a VoIP dial string */
  voip_call: number | null
  /** int. 0 pending; 1 validated */
  validated: number | null
}

/** What a new row takes. */
export interface NewDidDestination {
  /** bigint */
  id?: number | string
  /** varchar(100) */
  destination?: string | null
  /** int */
  priority?: number | string
  /** bigint */
  id_cc_card?: number | string
  /** bigint */
  id_cc_did?: number | string
  /** timestamp */
  creationdate?: string
  /** int. 0 inactive; 1 active */
  activated?: number | string
  /** int */
  secondusedreal?: number | string | null
  /** int. 0 destination is a phone number; 1 destination is a VoIP dial string */
  voip_call?: number | string | null
  /** int. 0 pending; 1 validated */
  validated?: number | string | null
}

/** What of a row can be changed. */
export type DidDestinationPatch = Changes<NewDidDestination, 'id' | 'secondusedreal', 'priority'>
