// @generated from crm_log by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `crm_log`. Primary key: `id`. */
export interface CrmLogTable {
  /** int, auto increment */
  id: Generated<number>

  /** varchar(200) */
  line: string
}

export type CrmLog = Selectable<CrmLogTable>

export type NewCrmLog = Insertable<CrmLogTable>

export type CrmLogPatch = Updateable<CrmLogTable>
