// @generated from all tables by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { AgentTariffgroupTable } from './tables/agenttariffgroup.ts'

/** Every table by its name in the database: `new Kysely<Database>(...)`. */
export interface Database {
  cc_agent_tariffgroup: AgentTariffgroupTable
}
