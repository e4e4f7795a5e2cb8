// @generated from cc_call_archive by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_call_archive`. Primary key: `id`. */
export interface CallArchiveTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** varchar(40) */
  sessionid: string

  /** varchar(30) */
  uniqueid: string

  /** bigint */
  card_id: Bigint

  /** varchar(30) */
  nasipaddress: string

  /** timestamp, default CURRENT_TIMESTAMP */
  starttime: Generated<SqlDateTime>

  /** timestamp, default 0000-00-00 00:00:00 */
  stoptime: Generated<SqlDateTime>

  /** int */
  sessiontime: number | null

  /** varchar(30) */
  calledstation: string

  /** float */
  sessionbill: number | null

  /** int */
  id_tariffgroup: number | null

  /** int */
  id_tariffplan: number | null

  /** int */
  id_ratecard: number | null

  /** int */
  id_trunk: number | null

  /** int, default 0 */
  sipiax: Generated<number | null>

  /** varchar(40) */
  src: string

  /** int */
  id_did: number | null

  /** decimal(15,5), default 0.00000 */
  buycost: Generated<Decimal | null>

  /** int, default 0 */
  id_card_package_offer: Generated<number | null>

  /** int */
  real_sessiontime: number | null

  /** varchar(40) */
  dnid: string

  /** int, default 1 */
  terminatecauseid: Generated<number | null>

  /** int, default 0 */
  destination: Generated<number | null>
}

export type CallArchive = Selectable<CallArchiveTable>

export type NewCallArchive = Insertable<CallArchiveTable>

export type CallArchivePatch = Updateable<CallArchiveTable>
