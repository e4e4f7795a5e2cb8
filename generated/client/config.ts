// @generated from cc_config by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `cc_config`, at `/api/config/`. */
export interface Config {
  /** int */
  id: number
  /** varchar(100) */
  config_title: string | null
  /** varchar(100) */
  config_key: string | null
  /** varchar(200). Secret: only for holders of secrets:read */
  config_value?: string | null
  /** varchar(500) */
  config_description: string | null
  /** int. 0 free text; 1 choice (yes,no or config_listvalues) */
  config_valuetype: number
  /** varchar(100) */
  config_listvalues: string | null
  /** varchar(64) */
  config_group_title: string
}
