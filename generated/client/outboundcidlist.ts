// @generated from cc_outbound_cid_list by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_outbound_cid_list`, at `/api/outboundcidlist/`. */
export interface OutboundCidList {
  /** int */
  id: number
  /** int */
  outbound_cid_group: number
  /** char(100) */
  cid: string | null
  /** int. 0 no; 1 yes */
  activated: number
  /** timestamp */
  creationdate: string | null
}

/** What a new row takes. */
export interface NewOutboundCidList {
  /** int */
  id?: number | string
  /** int */
  outbound_cid_group?: number | string
  /** char(100) */
  cid?: string | null
  /** int. 0 no; 1 yes */
  activated?: number | string
  /** timestamp */
  creationdate?: string
}

/** What of a row can be changed. */
export type OutboundCidListPatch = Changes<NewOutboundCidList, 'id', never>
