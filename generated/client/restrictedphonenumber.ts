// @generated from cc_restricted_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_restricted_phonenumber`, at `/api/restrictedphonenumber/`. */
export interface RestrictedPhonenumber {
  /** bigint */
  id: number
  /** varchar(50) */
  number: string
  /** bigint */
  id_card: number
}

/** What a new row takes. */
export interface NewRestrictedPhonenumber {
  /** bigint */
  id?: number | string
  /** varchar(50) */
  number?: string
  /** bigint */
  id_card?: number | string
}

/** What of a row can be changed. */
export type RestrictedPhonenumberPatch = Changes<NewRestrictedPhonenumber, 'id', never>
