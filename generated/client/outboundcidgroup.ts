// @generated from cc_outbound_cid_group by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_outbound_cid_group`, at `/api/outboundcidgroup/`. */
export interface OutboundCidGroup {
  /** int */
  id: number
  /** timestamp */
  creationdate: string | null
  /** varchar(70) */
  group_name: string
}

/** What a new row takes. */
export interface NewOutboundCidGroup {
  /** int */
  id?: number | string
  /** timestamp */
  creationdate?: string
  /** varchar(70) */
  group_name?: string
}

/** What of a row can be changed. */
export type OutboundCidGroupPatch = Changes<NewOutboundCidGroup, 'id', never>
