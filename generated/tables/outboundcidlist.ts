// @generated from cc_outbound_cid_list by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_outbound_cid_list`. Primary key: `id`. */
export interface OutboundCidListTable {
  /** int, auto increment */
  id: Generated<number>

  /** int */
  outbound_cid_group: number

  /** char(100) */
  cid: string | null

  /** int, default 0 */
  activated: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>
}

export type OutboundCidList = Selectable<OutboundCidListTable>

export type NewOutboundCidList = Insertable<OutboundCidListTable>

export type OutboundCidListPatch = Updateable<OutboundCidListTable>
