// @generated from cc_config_group by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_config_group`. Primary key: `id`. */
export interface ConfigGroupTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(64) */
  group_title: string

  /** varchar(255) */
  group_description: string
}

export type ConfigGroup = Selectable<ConfigGroupTable>

export type NewConfigGroup = Insertable<ConfigGroupTable>

export type ConfigGroupPatch = Updateable<ConfigGroupTable>
