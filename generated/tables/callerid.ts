// @generated from cc_callerid by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_callerid`. Primary key: `id`. */
export interface CalleridTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(100) */
  cid: string

  /** bigint */
  id_cc_card: Bigint

  /** char(1), default t */
  activated: Generated<string>
}

export type Callerid = Selectable<CalleridTable>

export type NewCallerid = Insertable<CalleridTable>

export type CalleridPatch = Updateable<CalleridTable>
