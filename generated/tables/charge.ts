// @generated from cc_charge by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, SqlDate } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_charge`. Primary key: `id`. */
export interface ChargeTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_cc_card: Bigint

  /** int, default 0 */
  iduser: Generated<number>

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** float, default 0 */
  amount: Generated<number>

  /** int, default 0 */
  chargetype: Generated<number | null>

  /** mediumtext */
  description: string | null

  /** bigint, default 0 */
  id_cc_did: Generated<Bigint | null>

  /** bigint */
  id_cc_card_subscription: Bigint | null

  /** date */
  cover_from: SqlDate | null

  /** date */
  cover_to: SqlDate | null

  /** tinyint, default 0 */
  charged_status: Generated<number>

  /** tinyint, default 0 */
  invoiced_status: Generated<number>
}

export type Charge = Selectable<ChargeTable>

export type NewCharge = Insertable<ChargeTable>

export type ChargePatch = Updateable<ChargeTable>
