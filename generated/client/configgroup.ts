// @generated from cc_config_group by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_config_group`, at `/api/configgroup/`. */
export interface ConfigGroup {
  /** int */
  id: number
  /** varchar(64) */
  group_title: string
  /** varchar(255) */
  group_description: string
}

/** What a new row takes. */
export interface NewConfigGroup {
  /** int */
  id?: number | string
  /** varchar(64) */
  group_title: string
  /** varchar(255) */
  group_description?: string
}

/** What of a row can be changed. */
export type ConfigGroupPatch = Changes<NewConfigGroup, 'id', never>
