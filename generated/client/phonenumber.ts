// @generated from cc_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_phonenumber`, at `/api/phonenumber/`. */
export interface Phonenumber {
  /** bigint */
  id: number
  /** int */
  id_phonebook: number
  /** char(30) */
  number: string
  /** char(40) */
  name: string | null
  /** timestamp */
  creationdate: string | null
  /** smallint. 0 inactive; 1 active */
  status: number
  /** mediumtext */
  info: string | null
  /** int */
  amount: number
}

/** What a new row takes. */
export interface NewPhonenumber {
  /** bigint */
  id?: number | string
  /** int */
  id_phonebook?: number | string
  /** char(30) */
  number?: string
  /** char(40) */
  name?: string | null
  /** timestamp */
  creationdate?: string
  /** smallint. 0 inactive; 1 active */
  status?: number | string
  /** mediumtext */
  info?: string | null
  /** int */
  amount?: number | string
}

/** What of a row can be changed. */
export type PhonenumberPatch = Changes<NewPhonenumber, 'id', 'amount'>
