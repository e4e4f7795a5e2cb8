// @generated from cc_speeddial by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_speeddial`. Primary key: `id`. */
export interface SpeeddialTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint, default 0 */
  id_cc_card: Generated<Bigint>

  /** varchar(100) */
  phone: string

  /** varchar(100) */
  name: string

  /** int, default 0 */
  speeddial: Generated<number | null>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>
}

export type Speeddial = Selectable<SpeeddialTable>

export type NewSpeeddial = Insertable<SpeeddialTable>

export type SpeeddialPatch = Updateable<SpeeddialTable>
