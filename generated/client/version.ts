// @generated from cc_version by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

/** A row of `cc_version`, at `/api/version/`. */
export interface Version {
  /** varchar(30) */
  version: string
}
