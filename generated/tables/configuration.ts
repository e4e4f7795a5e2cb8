// @generated from cc_configuration by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_configuration`. Primary key: `configuration_id`. */
export interface ConfigurationTable {
  /** int, auto increment */
  configuration_id: Generated<number>

  /** varchar(64) */
  configuration_title: string

  /** varchar(64) */
  configuration_key: string

  /** varchar(255). Secret: secret depending on configuration_key */
  configuration_value: string

  /** varchar(255) */
  configuration_description: string

  /** int, default 0 */
  configuration_type: Generated<number>

  /** varchar(255) */
  use_function: string | null

  /** varchar(255) */
  set_function: string | null
}

export type Configuration = Selectable<ConfigurationTable>

export type NewConfiguration = Insertable<ConfigurationTable>

export type ConfigurationPatch = Updateable<ConfigurationTable>
