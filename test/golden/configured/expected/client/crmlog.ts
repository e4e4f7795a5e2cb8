// @generated from crm_log by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `crm_log`, at `/api/crmlog/`. */
export interface CrmLog {
  /** int */
  id: number
  /** varchar(200) */
  line: string
}
