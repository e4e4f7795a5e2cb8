// @generated from cc_didgroup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_didgroup`. Primary key: `id`. */
export interface DidgroupTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** char(50) */
  didgroupname: string

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>
}

export type Didgroup = Selectable<DidgroupTable>

export type NewDidgroup = Insertable<DidgroupTable>

export type DidgroupPatch = Updateable<DidgroupTable>
