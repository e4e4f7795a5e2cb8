// @generated from cc_service_report by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated, Bigint, SqlDateTime } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_service_report`. Primary key: `id`. */
export interface ServiceReportTable {
  /** bigint, auto increment */
  id: Generated<Bigint>

  /** bigint */
  cc_service_id: Bigint

  /** timestamp, default CURRENT_TIMESTAMP */
  daterun: Generated<SqlDateTime>

  /** int */
  totalcardperform: number | null

  /** float */
  totalcredit: number | null
}

export type ServiceReport = Selectable<ServiceReportTable>

export type NewServiceReport = Insertable<ServiceReportTable>

export type ServiceReportPatch = Updateable<ServiceReportTable>
