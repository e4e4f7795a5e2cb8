// @generated from cc_agent_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/table-types.ts.

import type { Bigint } from '../../src/db/column-types.ts'
import type { Selectable, Insertable, Updateable } from 'kysely'

/** Table `cc_agent_tariffgroup`. Primary key: `id_agent`, `id_tariffgroup`. */
export interface AgentTariffgroupTable {
  /** bigint */
  id_agent: Bigint

  /** int */
  id_tariffgroup: number
}

export type AgentTariffgroup = Selectable<AgentTariffgroupTable>

export type NewAgentTariffgroup = Insertable<AgentTariffgroupTable>

export type AgentTariffgroupPatch = Updateable<AgentTariffgroupTable>
