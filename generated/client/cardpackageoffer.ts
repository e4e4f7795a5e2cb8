// @generated from cc_card_package_offer by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_card_package_offer`, at `/api/cardpackageoffer/`. */
export interface CardPackageOffer {
  /** bigint */
  id: number
  /** bigint */
  id_cc_card: number
  /** bigint */
  id_cc_package_offer: number
  /** timestamp */
  date_consumption: string | null
  /** bigint */
  used_secondes: number
}

/** What a new row takes. */
export interface NewCardPackageOffer {
  /** bigint */
  id?: number | string
  /** bigint */
  id_cc_card?: number | string
  /** bigint */
  id_cc_package_offer?: number | string
  /** timestamp */
  date_consumption?: string
  /** bigint */
  used_secondes?: number | string
}

/** What of a row can be changed. */
export type CardPackageOfferPatch = Changes<NewCardPackageOffer, 'id', 'used_secondes'>
