// @generated from cc_package by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `cc_package`, at `/api/package/`. */
export interface Package {
  /** int */
  id: number
  /** decimal(37,5) */
  total: string | null
}
