// @generated from cc_country by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_country`. Primary key: `id`. */
export interface CountryTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** char(80) */
  countrycode: string

  /** char(80) */
  countryprefix: string

  /** char(80) */
  countryname: string
}

export type Country = Selectable<CountryTable>

export type NewCountry = Insertable<CountryTable>

export type CountryPatch = Updateable<CountryTable>
