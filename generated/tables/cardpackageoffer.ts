// @generated from cc_card_package_offer by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_card_package_offer`. Primary key: `id`. */
export interface CardPackageOfferTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_cc_card: Bigint

  /** bigint */
  id_cc_package_offer: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  date_consumption: Generated<SqlDateTime>

  /** bigint */
  used_secondes: Bigint
}

export type CardPackageOffer = Selectable<CardPackageOfferTable>

export type NewCardPackageOffer = Insertable<CardPackageOfferTable>

export type CardPackageOfferPatch = Updateable<CardPackageOfferTable>
