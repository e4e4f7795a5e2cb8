// @generated from crm_mail_queue by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Generated } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `crm_mail_queue`. Primary key: `id`. */
export interface CrmMailQueueTable {
  /** int, auto increment */
  id: Generated<number>
}

export type CrmMailQueue = Selectable<CrmMailQueueTable>

export type NewCrmMailQueue = Insertable<CrmMailQueueTable>

export type CrmMailQueuePatch = Updateable<CrmMailQueueTable>
