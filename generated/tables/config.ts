// @generated from cc_config by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_config`. Primary key: `id`. */
export interface ConfigTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(100) */
  config_title: string | null

  /** varchar(100) */
  config_key: string | null

  /** varchar(200). Secret: secret depending on config_key */
  config_value: string | null

  /** varchar(500) */
  config_description: string | null

  /** int, default 0 */
  config_valuetype: Generated<number>

  /** varchar(100) */
  config_listvalues: string | null

  /** varchar(64) */
  config_group_title: string
}

export type Config = Selectable<ConfigTable>

export type NewConfig = Insertable<ConfigTable>

export type ConfigPatch = Updateable<ConfigTable>
