// @generated from cc_server_group by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_server_group`. Primary key: `id`. */
export interface ServerGroupTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(60) */
  name: string | null

  /** mediumtext */
  description: string | null
}

export type ServerGroup = Selectable<ServerGroupTable>

export type NewServerGroup = Insertable<ServerGroupTable>

export type ServerGroupPatch = Updateable<ServerGroupTable>
