// @generated from cc_prefix by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_prefix`. Primary key: `prefix`. */
export interface PrefixTable {
  /** bigint, auto increment */
  prefix: Generated<Bigint>

  /** varchar(60) */
  destination: string
}

export type Prefix = Selectable<PrefixTable>

export type NewPrefix = Insertable<PrefixTable>

export type PrefixPatch = Updateable<PrefixTable>
