// @generated from cc_support_component by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_support_component`. Primary key: `id`. */
export interface SupportComponentTable {
  /** smallint, auto increment */
  id: Generated<number>

  /** smallint */
  id_support: number

  /** varchar(50) */
  name: string

  /** smallint, default 1 */
  activated: Generated<number>

  /** tinyint, default 2 */
  type_user: Generated<number>
}

export type SupportComponent = Selectable<SupportComponentTable>

export type NewSupportComponent = Insertable<SupportComponentTable>

export type SupportComponentPatch = Updateable<SupportComponentTable>
