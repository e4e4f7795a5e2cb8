// @generated from crm_mail_queue by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `crm_mail_queue`, at `/api/crmmailqueue/`. */
export interface CrmMailQueue {
  /** int */
  id: number
}
