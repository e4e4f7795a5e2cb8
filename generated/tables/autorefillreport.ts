// @generated from cc_autorefill_report by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime, Decimal } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_autorefill_report`. Primary key: `id`. */
export interface AutorefillReportTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** timestamp, default CURRENT_TIMESTAMP */
  daterun: Generated<SqlDateTime>

  /** int */
  totalcardperform: number | null

  /** decimal(15,5) */
  totalcredit: Decimal | null
}

export type AutorefillReport = Selectable<AutorefillReportTable>

export type NewAutorefillReport = Insertable<AutorefillReportTable>

export type AutorefillReportPatch = Updateable<AutorefillReportTable>
