// @generated from cc_configuration by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_configuration`, at `/api/configuration/`. */
export interface Configuration {
  /** int */
  configuration_id: number
  /** varchar(64) */
  configuration_title: string
  /** varchar(64) */
  configuration_key: string
  /** varchar(255). Secret: only for holders of secrets:read */
  configuration_value?: string
  /** varchar(255) */
  configuration_description: string
  /** int */
  configuration_type: number
  /** varchar(255) */
  use_function: string | null
  /** varchar(255) */
  set_function: string | null
}

/** What a new row takes. */
export interface NewConfiguration {
  /** int */
  configuration_id?: number | string
  /** varchar(64) */
  configuration_title?: string
  /** varchar(64) */
  configuration_key?: string
  /** varchar(255). Secret: only for holders of secrets:read */
  configuration_value?: string
  /** varchar(255) */
  configuration_description?: string
  /** int */
  configuration_type?: number | string
  /** varchar(255) */
  use_function?: string | null
  /** varchar(255) */
  set_function?: string | null
}

/** What of a row can be changed. */
export type ConfigurationPatch = Changes<NewConfiguration, 'configuration_id', 'configuration_type'>
