// @generated from cc_package_offer by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_package_offer`. Primary key: `id`. */
export interface PackageOfferTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** varchar(70) */
  label: string

  /** int */
  packagetype: number

  /** int */
  billingtype: number

  /** int */
  startday: number

  /** int */
  freetimetocall: number
}

export type PackageOffer = Selectable<PackageOfferTable>

export type NewPackageOffer = Insertable<PackageOfferTable>

export type PackageOfferPatch = Updateable<PackageOfferTable>
