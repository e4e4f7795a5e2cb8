// @generated from cc_agent_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/client.ts.

import type { Changes } from '../../src/client/index.ts'

/** A row of `cc_agent_tariffgroup`, at `/api/agenttariffgroup/`. */
export interface AgentTariffgroup {
  /** bigint */
  id_agent: number
  /** int */
  id_tariffgroup: number
}

/** What a new row takes. */
export interface NewAgentTariffgroup {
  /** bigint */
  id_agent: number | string
  /** int */
  id_tariffgroup: number | string
}

/** What of a row can be changed. */
export type AgentTariffgroupPatch = Changes<NewAgentTariffgroup, 'id_agent' | 'id_tariffgroup', never>
