// @generated from cc_remittance_request by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, Decimal, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_remittance_request`. Primary key: `id`. */
export interface RemittanceRequestTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  id_agent: Bigint

  /** decimal(15,5) */
  amount: Decimal

  /** tinyint */
  type: number

  /** timestamp, default CURRENT_TIMESTAMP */
  date: Generated<SqlDateTime>

  /** tinyint, default 0 */
  status: Generated<number>
}

export type RemittanceRequest = Selectable<RemittanceRequestTable>

export type NewRemittanceRequest = Insertable<RemittanceRequestTable>

export type RemittanceRequestPatch = Updateable<RemittanceRequestTable>
