// @generated from cc_did by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_did`. Primary key: `id`. */
export interface DidTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_cc_didgroup: Bigint

  /** int */
  id_cc_country: number

  /** int, default 1 */
  activated: Generated<number>

  /** int, default 0 */
  reserved: Generated<number | null>

  /** bigint, default 0 */
  iduser: Generated<Bigint>

  /** char(50) */
  did: string

  /** timestamp, default CURRENT_TIMESTAMP */
  creationdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  startingdate: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  expirationdate: Generated<SqlDateTime>

  /** mediumtext */
  description: string | null

  /** int, default 0 */
  secondusedreal: Generated<number | null>

  /** int, default 0 */
  billingtype: Generated<number | null>

  /** float, default 0 */
  fixrate: Generated<number>

  /** decimal(15,5), default 0.00000 */
  connection_charge: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  selling_rate: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  aleg_carrier_connect_charge: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  aleg_carrier_cost_min: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  aleg_retail_connect_charge: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  aleg_retail_cost_min: Generated<Decimal>

  /** int, default 0 */
  aleg_carrier_initblock: Generated<number>

  /** int, default 0 */
  aleg_carrier_increment: Generated<number>

  /** int, default 0 */
  aleg_retail_initblock: Generated<number>

  /** int, default 0 */
  aleg_retail_increment: Generated<number>

  /** text */
  aleg_timeinterval: string | null

  /** decimal(15,5), default 0.00000 */
  aleg_carrier_connect_charge_offp: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  aleg_carrier_cost_min_offp: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  aleg_retail_connect_charge_offp: Generated<Decimal>

  /** decimal(15,5), default 0.00000 */
  aleg_retail_cost_min_offp: Generated<Decimal>

  /** int, default 0 */
  aleg_carrier_initblock_offp: Generated<number>

  /** int, default 0 */
  aleg_carrier_increment_offp: Generated<number>

  /** int, default 0 */
  aleg_retail_initblock_offp: Generated<number>

  /** int, default 0 */
  aleg_retail_increment_offp: Generated<number>

  /** int, default 10 */
  max_concurrent: Generated<number>
}

export type Did = Selectable<DidTable>

export type NewDid = Insertable<DidTable>

export type DidPatch = Updateable<DidTable>
