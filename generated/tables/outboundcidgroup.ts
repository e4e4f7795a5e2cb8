// @generated from cc_outbound_cid_group by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_outbound_cid_group`. Primary key: `id`. */
export interface OutboundCidGroupTable {
  /** int, auto increment */
  id: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** varchar(70) */
  group_name: string
}

export type OutboundCidGroup = Selectable<OutboundCidGroupTable>

export type NewOutboundCidGroup = Insertable<OutboundCidGroupTable>

export type OutboundCidGroupPatch = Updateable<OutboundCidGroupTable>
