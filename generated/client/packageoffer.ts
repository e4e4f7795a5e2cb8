// @generated from cc_package_offer by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_package_offer`, at `/api/packageoffer/`. */
export interface PackageOffer {
  /** bigint */
  id: number
  /** timestamp */
  creationdate: string | null
  /** varchar(70) */
  label: string
  /** int. 0 unlimited calls; 1 number of free calls; 2 free seconds */
  packagetype: number
  /** int. 0 monthly; 1 weekly */
  billingtype: number
  /** int */
  startday: number
  /** int */
  freetimetocall: number
}

/** What a new row takes. */
export interface NewPackageOffer {
  /** bigint */
  id?: number | string
  /** timestamp */
  creationdate?: string
  /** varchar(70) */
  label?: string
  /** int. 0 unlimited calls; 1 number of free calls; 2 free seconds */
  packagetype?: number | string
  /** int. 0 monthly; 1 weekly */
  billingtype?: number | string
  /** int */
  startday?: number | string
  /** int */
  freetimetocall?: number | string
}

/** What of a row can be changed. */
export type PackageOfferPatch = Changes<NewPackageOffer, 'id', 'startday' | 'freetimetocall'>
