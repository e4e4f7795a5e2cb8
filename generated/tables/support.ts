// @generated from cc_support by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_support`. Primary key: `id`. */
export interface SupportTable {
  /** smallint, auto increment */
  id: Generated<number>

  /** varchar(50) */
  name: string

  /** varchar(70) */
  email: string | null

  /** char(5), default en */
  language: Generated<string>
}

export type Support = Selectable<SupportTable>

export type NewSupport = Insertable<SupportTable>

export type SupportPatch = Updateable<SupportTable>
