// @generated from cc_callplan_lcr by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { ReadOnly, Decimal, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable } from 'kysely'

/** View `cc_callplan_lcr`. */
export interface CallplanLcrTable {
  /** int */
  id: ReadOnly<number | null>

  /** varchar(60) */
  destination: ReadOnly<string | null>

  /** char(30) */
  dialprefix: ReadOnly<string | null>

  /** decimal(15,5) */
  buyrate: ReadOnly<Decimal | null>

  /** decimal(15,5) */
  rateinitial: ReadOnly<Decimal | null>

  /** timestamp */
  startdate: ReadOnly<SqlDateTime | null>

  /** timestamp */
  stopdate: ReadOnly<SqlDateTime | null>

  /** int */
  initblock: ReadOnly<number | null>

  /** decimal(15,5) */
  connectcharge: ReadOnly<Decimal | null>

  /** int */
  id_trunk: ReadOnly<number | null>

  /** int */
  idtariffplan: ReadOnly<number | null>

  /** int */
  ratecard_id: ReadOnly<number | null>

  /** int */
  tariffgroup_id: ReadOnly<number | null>
}

export type CallplanLcr = Selectable<CallplanLcrTable>
