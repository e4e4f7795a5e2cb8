// @generated from cc_restricted_phonenumber by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_restricted_phonenumber`. Primary key: `id`. */
export interface RestrictedPhonenumberTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(50) */
  number: string

  /** bigint */
  id_card: Bigint
}

export type RestrictedPhonenumber = Selectable<RestrictedPhonenumberTable>

export type NewRestrictedPhonenumber = Insertable<RestrictedPhonenumberTable>

export type RestrictedPhonenumberPatch = Updateable<RestrictedPhonenumberTable>
