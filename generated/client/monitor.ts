// @generated from cc_monitor by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `cc_monitor`, at `/api/monitor/`. */
export interface Monitor {
  /** bigint */
  id: number
  /** varchar(50) */
  label: string
  /** int */
  dial_code: number | null
  /** varchar(250) */
  description: string | null
  /** varchar(250) */
  text_intro: string | null
  /** tinyint. 1 SQL; 2 shell script */
  query_type: number
  /** varchar(1000). Secret: only for holders of secrets:read */
  query?: string | null
  /** tinyint. 1 text to speech; 2 unix time; 3 number; 4 digits */
  result_type: number
  /** tinyint. 0 no; 1 yes */
  enable: number
}
