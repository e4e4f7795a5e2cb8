// @generated from cc_timezone by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_timezone`. Primary key: `id`. */
export interface TimezoneTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(255) */
  gmtzone: string | null

  /** varchar(255) */
  gmttime: string | null

  /** bigint, default 0 */
  gmtoffset: Generated<Bigint>
}

export type Timezone = Selectable<TimezoneTable>

export type NewTimezone = Insertable<TimezoneTable>

export type TimezonePatch = Updateable<TimezoneTable>
