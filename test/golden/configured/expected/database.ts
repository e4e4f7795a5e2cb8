// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { CardTable } from './tables/card.ts'
import type { CrmLogTable } from './tables/crmlog.ts'
import type { CrmMailQueueTable } from './tables/crmmailqueue.ts'
import type { CustomerTable } from './tables/customer.ts'

/** Every table by its name in the database: `new Kysely<Database>(...)`. */
export interface Database {
  cc_card: CardTable

  crm_log: CrmLogTable

  crm_mail_queue: CrmMailQueueTable

  crm_customers: CustomerTable
}
