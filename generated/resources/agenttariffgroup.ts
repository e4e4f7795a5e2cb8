// @generated from cc_agent_tariffgroup by `a2b generate`. Do not edit: see codegen/emitters/resources.ts.

import { bigint, int } from '../../src/resources/column-types.ts'
import type { Resource } from '../../src/resources/resource.ts'

/** The rows of `cc_agent_tariffgroup`. */
export const agentTariffgroup: Resource = {
  name: 'agenttariffgroup',
  table: 'cc_agent_tariffgroup',
  primaryKey: ['id_agent', 'id_tariffgroup'],
  label: 'Call plans of agents',
  section: 'agents',
  display: 'id_agent',
  columns: [
    { name: 'id_agent', type: bigint, required: true },
    { name: 'id_tariffgroup', label: 'Call plan', type: int, required: true },
  ],
  relations: {
    id_agent: { resource: 'agent', column: 'id' },
    id_tariffgroup: { resource: 'tariffgroup', column: 'id' },
  },
}
