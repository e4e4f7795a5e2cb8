// @generated from cc_country by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_country`, at `/api/country/`. */
export interface Country {
  /** bigint */
  id: number
  /** char(80) */
  countrycode: string
  /** char(80) */
  countryprefix: string
  /** char(80) */
  countryname: string
}

/** What a new row takes. */
export interface NewCountry {
  /** bigint */
  id?: number | string
  /** char(80) */
  countrycode?: string
  /** char(80) */
  countryprefix?: string
  /** char(80) */
  countryname?: string
}

/** What of a row can be changed. */
export type CountryPatch = Changes<NewCountry, 'id', never>
